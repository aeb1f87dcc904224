package org.ontodraft.app.service.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftSource;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.exchange.DraftFile;
import org.ontodraft.model.exchange.DraftFileCodec;
import org.ontodraft.model.exchange.DraftFileProblem;
import org.ontodraft.model.exchange.DraftFileReading;
import org.ontodraft.model.exchange.DraftTransfer;
import org.ontodraft.model.exchange.PortableDraft;
import org.ontodraft.model.exchange.PortableImage;
import org.ontodraft.model.exchange.WikiPush;
import org.ontodraft.model.exchange.WikiPushCheck;
import org.ontodraft.model.exchange.WikiPushCodec;
import org.ontodraft.model.exchange.WikiPushReading;
import org.ontodraft.model.media.ImageStore;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceFile;

/** The exchange over a store and the files of the system. */
public final class FileDraftExchange implements DraftExchange {
  private final DraftTransfer store;
  private final DraftImages images;
  private final ExchangeHost host;
  private final String program;
  private final InstantSource clock;

  /**
   * The exchange of one workspace.
   *
   * @param program the version that files say they were written by
   */
  public FileDraftExchange(
      DraftTransfer store,
      ImageStore images,
      ExchangeHost host,
      String program,
      InstantSource clock) {
    this.store = store;
    this.images = new DraftImages(images);
    this.host = host;
    this.program = program;
    this.clock = clock;
  }

  @Override
  public Outcome<Path> export(UUID draft, Path file) {
    Optional<PortableDraft> found = store.read(draft);
    if (found.isEmpty()) {
      return Outcome.refused("DRAFT-05", draft);
    }
    return switch (images.of(found.get())) {
      case Outcome.Refused<List<PortableImage>>(var refusal) -> new Outcome.Refused<>(refusal);
      case Outcome.Done<List<PortableImage>>(var along) -> export(found.get(), along, file);
    };
  }

  private Outcome<Path> export(PortableDraft draft, List<PortableImage> along, Path file) {
    byte[] bytes =
        DraftFileCodec.write(
            new DraftFile(program, clock.instant(), host.rootCommits(), null, draft, along));
    if (bytes.length > DraftFileCodec.MAX_BYTES) {
      return Outcome.refused(
          "EXCHANGE-07", draft.title(), DraftFileCodec.MAX_BYTES / (1024 * 1024));
    }
    try {
      replace(file.toAbsolutePath(), bytes);
      return Outcome.done(file);
    } catch (IOException failed) {
      return Outcome.refused("EXCHANGE-01", file, failed.getMessage());
    }
  }

  /** A file that is there stays as it is until the new one is whole. */
  private static void replace(Path file, byte[] bytes) throws IOException {
    Path folder = Objects.requireNonNull(file.getParent());
    Path part = Files.createTempFile(folder, ".ontodraft", ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  @Override
  public Outcome<Examined> examine(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return examine(in.readNBytes(DraftFileCodec.MAX_BYTES + 1));
    } catch (IOException failed) {
      return Outcome.refused("EXCHANGE-02", file, failed.getMessage());
    }
  }

  @Override
  public Outcome<Examined> examine(String text) {
    return examine(text.getBytes(StandardCharsets.UTF_8));
  }

  private Outcome<Examined> examine(byte[] bytes) {
    return switch (DraftFileCodec.read(bytes)) {
      case DraftFileReading.Read(DraftFile file) -> examined(file);
      case DraftFileReading.Refused(List<DraftFileProblem> problems) ->
          Outcome.done(
              problems.getFirst().code() == DraftFileProblem.Code.NOT_A_DRAFT
                  ? push(WikiPushCodec.read(bytes))
                  : new Examined.Unusable(problems));
    };
  }

  private Outcome<Examined> examined(DraftFile file) {
    List<String> here = host.rootCommits();
    if (!file.rootCommits().isEmpty()
        && !here.isEmpty()
        && Collections.disjoint(here, file.rootCommits())) {
      return Outcome.refused(
          "EXCHANGE-03", file.draft().title(), file.rootCommits().getFirst().substring(0, 7));
    }
    PortableDraft draft = file.draft();
    Optional<Ontology> base = host.at(draft.base());
    boolean newest = draft.base().commit().equals(host.canonical().version().commit());
    Examined.Base standing =
        base.isEmpty()
            ? Examined.Base.UNKNOWN
            : newest ? Examined.Base.NEWEST : Examined.Base.KNOWN;
    List<EntityKey> strange =
        base.map(ontology ->
                draft.changes().stream()
                    .filter(change -> isStrange(change, ontology))
                    .map(DraftChange::key)
                    .toList())
            .orElse(List.of());
    return Outcome.done(new Examined.OfDraft(file, free(draft.title()), standing, strange));
  }

  private static boolean isStrange(DraftChange change, Ontology base) {
    SourceFile kept = change.baseFile();
    return kept != null
        && base.find(change.key()).map(EntitySummary::files).filter(kept.parts()::equals).isEmpty();
  }

  private Examined push(WikiPushReading reading) {
    Optional<WikiPush> push = reading.push();
    if (push.isEmpty()) {
      return new Examined.Unusable(reading.problems());
    }
    Ontology base = host.canonical();
    return new Examined.OfPush(
        push.get(), free(push.get().title()), base.version(), WikiPushCheck.check(reading, base));
  }

  /** This title, or one like it that no other draft has. */
  private String free(String title) {
    Set<String> taken =
        host.drafts().stream().map(Draft::title).collect(Collectors.toCollection(HashSet::new));
    String free = title;
    for (int i = 2; taken.contains(free); i++) {
      free = title + " (" + i + ")";
    }
    return free;
  }

  @Override
  public DraftSession take(Examined.OfDraft examined, String title, Progress progress) {
    PortableDraft read = examined.file().draft();
    PortableDraft copy = DraftCopy.of(read, title, DraftSource.IMPORT, clock.instant());
    // On disk before the draft names them, and once it is there in its database too.
    images.keep(copy.id(), examined.file().images());
    DraftSession session = taken(copy, progress);
    images.keep(copy.id(), examined.file().images());
    return session;
  }

  @Override
  public DraftSession take(Examined.OfPush examined, String title, Progress progress) {
    WikiPush push = examined.push();
    Instant now = clock.instant();
    return taken(
        new PortableDraft(
            UUID.randomUUID(),
            title,
            push.comment(),
            push.user() + ", " + push.wikiUrl(),
            DraftStatus.DRAFT,
            DraftSource.MEDIAWIKI_PUSH,
            examined.base(),
            now,
            now,
            null,
            null,
            null,
            null,
            examined.checked().changes(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        progress);
  }

  private DraftSession taken(PortableDraft draft, Progress progress) {
    progress.stage("store", draft.parts());
    progress.checkCancelled();
    boolean written =
        store.write(
            draft,
            rows -> {
              progress.done(rows);
              progress.checkCancelled();
            });
    if (!written) {
      throw new IllegalStateException("a new id that is not new: " + draft.id());
    }
    if (progress.cancelled()) {
      store.remove(draft);
      throw new CancellationException();
    }
    return host.opened(draft.id());
  }
}
