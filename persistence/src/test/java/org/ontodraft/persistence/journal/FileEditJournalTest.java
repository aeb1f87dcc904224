package org.ontodraft.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.persistence.journal.JournalOpening.Damaged;
import org.ontodraft.persistence.journal.JournalOpening.InUse;
import org.ontodraft.persistence.journal.JournalOpening.Opened;
import org.ontodraft.persistence.testing.Edits;
import org.ontodraft.persistence.testing.Entities;

/** The journal file: what is acknowledged is read again, and nothing else is taken for it. */
class FileEditJournalTest {
  private static final UUID ID = UUID.fromString("0198c000-0000-7000-8000-00000000f001");

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("journal.log");
  }

  private JournalOpening openAny() {
    try {
      return FileEditJournal.open(file, ID, 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FileEditJournal open() {
    JournalOpening opening = openAny();
    assertThat(opening).isInstanceOf(Opened.class);
    return ((Opened) opening).journal();
  }

  private static List<DraftStep> edits(long first, long last) {
    return LongStream.rangeClosed(first, last)
        .mapToObj(Edits::numbered)
        .map(DraftStep::of)
        .toList();
  }

  private void write(int count) {
    try (FileEditJournal journal = open()) {
      edits(1, count).forEach(journal::append);
    }
  }

  @Test
  void whatIsAppendedIsReadAgainFromAnyPlace() {
    write(5);
    try (FileEditJournal journal = open()) {
      assertThat(journal.id()).isEqualTo(ID);
      assertThat(journal.nextSequence()).isEqualTo(6);
      assertThat(journal.after(0)).isEqualTo(edits(1, 5));
      assertThat(journal.after(3)).isEqualTo(edits(4, 5));
      assertThat(journal.after(5)).isEmpty();
      journal.append(Edits.numbered(6));
      assertThat(journal.after(5)).isEqualTo(edits(6, 6));
    }
  }

  @Test
  void aStartedJournalBeginsWhereItIsTold() throws IOException {
    Opened opened = (Opened) FileEditJournal.open(file, ID, 41);
    try (FileEditJournal journal = opened.journal()) {
      assertThat(journal.nextSequence()).isEqualTo(41);
      journal.append(Edits.numbered(41));
    }
    try (FileEditJournal journal = open()) {
      assertThat(journal.firstSequence()).isEqualTo(41);
      assertThat(journal.after(0)).isEqualTo(edits(41, 41));
    }
  }

  @Test
  void anEditOutOfOrderIsRefusedAndLeavesNoTrace() {
    write(2);
    try (FileEditJournal journal = open()) {
      assertThatThrownBy(() -> journal.append(Edits.numbered(2)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> journal.append(Edits.numbered(4)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(journal.after(0)).isEqualTo(edits(1, 2));
    }
  }

  @Test
  void aClosedJournalTakesNothing() {
    FileEditJournal journal = open();
    journal.close();
    assertThatThrownBy(() -> journal.append(Edits.numbered(1)))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(open().after(0)).isEmpty();
  }

  @Test
  void aSecondWriterIsRefusedAndTheFirstGoesOn() {
    try (FileEditJournal journal = open()) {
      assertThat(openAny()).isEqualTo(new InUse(file));
      journal.append(Edits.numbered(1));
    }
    try (FileEditJournal journal = open()) {
      assertThat(journal.after(0)).isEqualTo(edits(1, 1));
    }
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    write(1);
    Assumptions.assumeTrue(
        Files.getFileStore(file).supportsFileAttributeView("posix"), "no file modes here");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void anInterruptedThreadStillWritesAndStaysInterrupted() {
    try (FileEditJournal journal = open()) {
      for (int i = 1; i <= 20; i++) {
        Thread.currentThread().interrupt();
        journal.append(Edits.numbered(i));
        assertThat(Thread.interrupted()).isTrue();
      }
      assertThat(journal.after(0)).isEqualTo(edits(1, 20));
    }
  }

  private static DraftStep stepOfThree(long sequence) {
    UUID id = new UUID(7, sequence);
    List<DraftEdit> edits = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      DraftEdit edit = Edits.numbered(i);
      edits.add(
          new DraftEdit(
              new UUID(8, i),
              edit.draft(),
              sequence,
              DraftEdit.Kind.EDIT,
              edit.key(),
              "",
              edit.forward(),
              edit.inverse(),
              Edits.numbered(1).at(),
              id));
    }
    return new DraftStep(
        edits,
        List.of(
            new DraftIntent.Rename(Entities.key("category:Ä old"), Entities.key("category:New"))));
  }

  @Test
  void aStepOfSeveralEntitiesIsOneFrameAndComesBackWithWhatItMeans() throws IOException {
    try (FileEditJournal journal = open()) {
      journal.append(Edits.numbered(1));
      journal.append(stepOfThree(2));
      journal.append(Edits.numbered(3));
    }
    byte[] whole = Files.readAllBytes(file);
    assertThat(frameEnds(whole)).hasSize(4);
    try (FileEditJournal journal = open()) {
      assertThat(journal.after(1)).containsExactly(stepOfThree(2), DraftStep.of(Edits.numbered(3)));
    }

    Files.write(file, Arrays.copyOf(whole, end(whole, 2) - 1));

    try (FileEditJournal journal = open()) {
      assertThat(journal.after(0)).as("all of a step or nothing").isEqualTo(edits(1, 1));
    }
  }

  @Test
  void aJournalFromBeforeThereWereStepsIsRead() throws IOException {
    String payload =
        "{\"draft\":\"0198c000-0000-7000-8000-00000000d001\",\"kind\":\"UNDO\","
            + "\"entity\":\"resource:Person/Ada \\u00e91\",\"field\":\"label\","
            + "\"forward\":\"[{\\\"op\\\":\\\"add\\\",\\\"path\\\":\\\"/label\\\","
            + "\\\"value\\\":\\\"label 1\\\"}]\","
            + "\"inverse\":\"[{\\\"op\\\":\\\"remove\\\",\\\"path\\\":\\\"/label\\\"}]\","
            + "\"at\":\"2027-01-15T08:00:01.123456789Z\"}";
    byte[] header = JournalScan.header(ID, 1);
    byte[] frame =
        new JournalFrame(1, Edits.numbered(1).id(), payload.getBytes(StandardCharsets.US_ASCII))
            .encode(JournalScan.digestOfHeader(header));
    Files.write(file, with(header, header.length, frame));

    try (FileEditJournal journal = open()) {
      assertThat(journal.after(0)).isEqualTo(edits(1, 1));
    }
  }

  @Test
  void aFrameOfALaterFormatIsNotTakenForAnEdit() throws IOException {
    byte[] header = JournalScan.header(ID, 1);
    byte[] frame =
        new JournalFrame(1, ID, "{\"format\":3}".getBytes(StandardCharsets.US_ASCII))
            .encode(JournalScan.digestOfHeader(header));
    Files.write(file, with(header, header.length, frame));

    assertThat(openAny()).isInstanceOf(Damaged.class);
  }

  @Test
  void textWithoutAFormInUtf8ComesBack() {
    DraftEdit odd = Edits.of(1, Edits.DRAFT, "\\ud800 \\u0000 \u2028 😀");
    try (FileEditJournal journal = open()) {
      journal.append(odd);
    }
    try (FileEditJournal journal = open()) {
      assertThat(journal.after(0)).containsExactly(DraftStep.of(odd));
    }
  }

  @Test
  void aShorterFileKeepsTheWholeFramesAndTheRestAside() throws IOException {
    write(4);
    byte[] whole = Files.readAllBytes(file);
    List<Integer> ends = frameEnds(whole);
    for (int length = JournalScan.HEADER; length < whole.length; length++) {
      int cut = length;
      if (length % 11 != 0 && ends.stream().noneMatch(end -> Math.abs(end - cut) < 6)) {
        continue;
      }
      Files.write(file, Arrays.copyOf(whole, length));
      int kept = 0;
      while (ends.get(kept + 1) <= length) {
        kept++;
      }
      int rest = length - ends.get(kept);

      Opened opened = (Opened) openAny();
      try (FileEditJournal journal = opened.journal()) {
        assertThat(journal.after(0)).as("cut at " + length).isEqualTo(edits(1, kept));
        assertThat(journal.nextSequence()).isEqualTo(kept + 1);
        assertThat(opened.torn().isPresent()).isEqualTo(rest > 0);
        if (opened.torn().isPresent()) {
          assertThat(opened.torn().get().bytes()).isEqualTo(rest);
          assertThat(Files.readAllBytes(opened.torn().get().keptIn()))
              .isEqualTo(Arrays.copyOfRange(whole, length - rest, length));
          Files.delete(opened.torn().get().keptIn());
        }
        journal.append(Edits.numbered(kept + 1));
        assertThat(journal.after(kept)).isEqualTo(edits(kept + 1, kept + 1));
      }
    }
  }

  /** The header's end and each frame's. */
  private static List<Integer> frameEnds(byte[] bytes) {
    List<Integer> ends = new ArrayList<>(List.of(JournalScan.HEADER));
    while (ends.getLast() < bytes.length) {
      int length = JournalFrame.payloadLength(bytes, ends.getLast());
      ends.add(ends.getLast() + JournalFrame.OVERHEAD + length);
    }
    return ends;
  }

  static Stream<Arguments> damages() {
    return Stream.of(
        damage("J01 a byte of the first payload", 1, bytes -> flip(bytes, JournalScan.HEADER + 40)),
        damage("J02 the length of the second frame", 2, bytes -> flip(bytes, end(bytes, 1) + 3)),
        damage("J03 the second frame's checksum", 2, bytes -> flip(bytes, end(bytes, 2) - 34)),
        damage("J04 the second frame's digest", 2, bytes -> flip(bytes, end(bytes, 2) - 1)),
        damage(
            "J05 the second frame taken out",
            2,
            bytes -> without(bytes, end(bytes, 1), end(bytes, 2))),
        damage("J06 bytes put in", 3, bytes -> with(bytes, end(bytes, 2), new byte[7])),
        damage(
            "J07 a sector of zeros",
            1,
            bytes -> {
              byte[] zeroed = bytes.clone();
              Arrays.fill(zeroed, JournalScan.HEADER + 9, end(bytes, 2) - 10, (byte) 0);
              return zeroed;
            }),
        damage("J08 the header", 0, bytes -> flip(bytes, 3)),
        damage("J09 the journal's id", 0, bytes -> flip(bytes, 12)));
  }

  private static Arguments damage(String name, int firstBad, UnaryOperator<byte[]> change) {
    return Arguments.of(name, firstBad, change);
  }

  private static int end(byte[] bytes, int frame) {
    return frameEnds(bytes).get(frame);
  }

  private static byte[] flip(byte[] bytes, int at) {
    byte[] flipped = bytes.clone();
    flipped[at] ^= 0x10;
    return flipped;
  }

  private static byte[] without(byte[] bytes, int from, int to) {
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - from));
    System.arraycopy(bytes, to, shorter, from, bytes.length - to);
    return shorter;
  }

  private static byte[] with(byte[] bytes, int at, byte[] more) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, longer, at, more.length);
    System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
    return longer;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damages")
  void damageInTheMiddleIsNamedAndNothingIsTouched(
      String name, int firstBad, UnaryOperator<byte[]> change) throws IOException {
    write(6);
    byte[] whole = Files.readAllBytes(file);
    byte[] bad = change.apply(whole);
    Files.write(file, bad);

    JournalOpening opening = openAny();

    assertThat(opening)
        .isInstanceOfSatisfying(
            Damaged.class,
            damaged -> {
              int start = firstBad == 0 ? 0 : end(whole, firstBad - 1);
              assertThat(damaged.offset()).isEqualTo(start);
              assertThat(damaged.readable()).containsAll(edits(Math.max(firstBad + 2, 4), 6));
              assertThat(damaged.readable()).containsAll(edits(1, firstBad - 1));
              assertThat(edits(1, 6)).containsAll(damaged.readable());
            });
    assertThat(Files.readAllBytes(file)).isEqualTo(bad);
  }

  @Test
  void randomDamageIsNeverTakenForEdits() throws IOException {
    write(8);
    byte[] whole = Files.readAllBytes(file);
    List<DraftStep> all = edits(1, 8);
    long seed = Long.getLong("seed", 20261123L);
    Random random = new Random(seed);
    int lastFrame = end(whole, 7);
    for (int i = 0; i < 300; i++) {
      byte[] bad = whole.clone();
      int at = random.nextInt(whole.length);
      bad[at] = (byte) (bad[at] ^ 1 << random.nextInt(8));
      Files.write(file, bad);
      switch (openAny()) {
        case Damaged damaged -> assertThat(all).as("seed " + seed).containsAll(damaged.readable());
        case Opened opened -> {
          assertThat(at).as("only the last frame may look torn").isGreaterThanOrEqualTo(lastFrame);
          assertThat(opened.journal().after(0)).isEqualTo(edits(1, 7));
          opened.journal().close();
        }
        case InUse inUse -> throw new AssertionError(inUse);
      }
    }
  }

  @Test
  void aDamagedJournalIsSetAsideUnderANewName() throws IOException {
    write(2);
    Path first = FileEditJournal.setAside(file);
    write(1);
    Path second = FileEditJournal.setAside(file);

    assertThat(first).exists().isNotEqualTo(second);
    assertThat(second).exists();
    assertThat(file).doesNotExist();
  }
}
