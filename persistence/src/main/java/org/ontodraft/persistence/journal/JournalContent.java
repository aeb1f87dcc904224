package org.ontodraft.persistence.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.model.draft.DraftStep;

/**
 * What a journal's file holds, read without opening the journal. An end that was cut short is no
 * damage: it was never acknowledged.
 *
 * @param journal its id, empty when the header is damaged
 * @param steps every step whose checksum fits, in order
 * @param nextSequence the sequence the next step would get, were the journal sound
 * @param damagedAt where the first thing that does not fit begins, if whole steps stand behind it
 */
public record JournalContent(
    Optional<UUID> journal, List<DraftStep> steps, long nextSequence, Optional<Long> damagedAt) {
  public JournalContent {
    steps = List.copyOf(steps);
  }

  /** The content of this file. */
  public static JournalContent read(Path file) throws IOException {
    JournalScan scan = JournalScan.of(Files.readAllBytes(file));
    StepCodec codec = new StepCodec();
    List<JournalFrame> frames = new ArrayList<>(scan.frames());
    frames.addAll(scan.behind());
    List<DraftStep> steps =
        frames.stream()
            .flatMap(frame -> codec.decode(frame.id(), frame.sequence(), frame.payload()).stream())
            .toList();
    boolean damaged =
        scan.journalId() == null || !scan.behind().isEmpty() || steps.size() < frames.size();
    return new JournalContent(
        Optional.ofNullable(scan.journalId()),
        steps,
        scan.nextSequence(),
        damaged ? Optional.of((long) scan.end()) : Optional.empty());
  }
}
