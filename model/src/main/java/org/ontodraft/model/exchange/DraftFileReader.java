package org.ontodraft.model.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftSource;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.exchange.DraftFile.JournalPosition;
import org.ontodraft.model.exchange.DraftFileProblem.Code;
import org.ontodraft.model.media.ImageContent;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.merge.ResolutionCodec;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.patch.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Reads the JSON of a file member by member and tells all that is wrong. */
final class DraftFileReader {
  static final FileShape FILE =
      FileShape.of(
              Member.FORMAT,
              Member.FORMAT_VERSION,
              Member.PROGRAM,
              Member.WRITTEN_AT,
              Member.ROOT_COMMITS,
              Member.DRAFT,
              Member.CHANGES,
              Member.STEPS,
              Member.SHA_256)
          .orWith(
              Member.JOURNAL,
              Member.INTENTS,
              Member.RESOLUTIONS,
              Member.SUBMISSIONS,
              Member.IMAGES);
  static final FileShape IMAGE = FileShape.of(Member.SHA_256, Member.PARTS);
  static final FileShape JOURNAL = FileShape.of(Member.ID, Member.SEQUENCE);
  static final FileShape DRAFT =
      FileShape.of(
              Member.ID,
              Member.TITLE,
              Member.DESCRIPTION,
              Member.STATUS,
              Member.SOURCE,
              Member.CREATED_AT,
              Member.MODIFIED_AT,
              Member.BASE)
          .orWith(
              Member.COMMENT,
              Member.VALIDATED_AT,
              Member.SUBMITTED_AT,
              Member.ARCHIVED_AT,
              Member.PULL_REQUEST);
  static final FileShape VERSION =
      FileShape.of(Member.COMMIT, Member.BRANCH, Member.COMMITTED_AT, Member.SUMMARY);
  static final FileShape SUBMISSION =
      FileShape.of(
              Member.ID,
              Member.TITLE,
              Member.BODY,
              Member.PARENT,
              Member.COMMIT,
              Member.REMOTE,
              Member.BRANCH,
              Member.STAGE,
              Member.CREATED_AT)
          .orWith(Member.FORGE, Member.NUMBER, Member.URL);

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  private final List<DraftFileProblem> problems = new ArrayList<>();

  DraftFileReading read(JsonNode json) {
    FileValue file = new FileValue(json, JsonPointer.ROOT, problems).object(FILE);
    Optional<String> program = file.get(Member.PROGRAM).text(FileLimits.NAME);
    Optional<Instant> writtenAt = time(file.get(Member.WRITTEN_AT));
    List<String> roots =
        all(file.get(Member.ROOT_COMMITS).items(FileLimits.ROOT_COMMITS), DraftFileReader::commit);
    Optional<JournalPosition> journal = journal(file.get(Member.JOURNAL));
    Optional<PortableDraft> draft = draft(file);
    List<PortableImage> images =
        all(file.get(Member.IMAGES).items(FileLimits.FURTHER), DraftFileReader::image);
    if (!problems.isEmpty()) {
      return new DraftFileReading.Refused(problems);
    }
    return new DraftFileReading.Read(
        new DraftFile(
            program.orElseThrow(),
            writtenAt.orElseThrow(),
            roots,
            journal.orElse(null),
            draft.orElseThrow(),
            images));
  }

  private static Optional<PortableImage> image(FileValue value) {
    FileValue image = value.object(IMAGE);
    Optional<String> sha256 =
        image
            .get(Member.SHA_256)
            .read(
                FileLimits.NAME,
                "a SHA-256",
                text -> Optional.of(text).filter(ImageContent::isSha256));
    List<String> parts =
        all(
            image.get(Member.PARTS).items(FileLimits.FURTHER),
            part -> part.text(FileLimits.IMAGE_PART));
    return sha256
        .map(hash -> new PortableImage(hash, parts))
        .flatMap(read ->
            read.bytes().isPresent()
                ? Optional.of(read)
                : image.get(Member.PARTS).problem(Code.VALUE, "the bytes of " + read.sha256()));
  }

  private static Optional<JournalPosition> journal(FileValue value) {
    FileValue journal = value.object(JOURNAL);
    Optional<UUID> id = uuid(journal.get(Member.ID));
    Optional<Long> sequence = journal.get(Member.SEQUENCE).number(0, Long.MAX_VALUE);
    return id.flatMap(i -> sequence.map(s -> new JournalPosition(i, s)));
  }

  private Optional<PortableDraft> draft(FileValue file) {
    FileValue head = file.get(Member.DRAFT).object(DRAFT);
    Optional<UUID> id = uuid(head.get(Member.ID));
    Optional<String> title = head.get(Member.TITLE).text(FileLimits.LINE);
    Optional<String> description = head.get(Member.DESCRIPTION).text(FileLimits.PROSE);
    Optional<String> comment = head.get(Member.COMMENT).text(FileLimits.PROSE);
    Optional<DraftStatus> status = named(head.get(Member.STATUS), DraftStatus.values());
    Optional<DraftSource> source = named(head.get(Member.SOURCE), DraftSource.values());
    Optional<OntologyVersion> base = version(head.get(Member.BASE).object(VERSION));
    Optional<Instant> createdAt = time(head.get(Member.CREATED_AT));
    Optional<Instant> modifiedAt = time(head.get(Member.MODIFIED_AT));
    Optional<Instant> validatedAt = time(head.get(Member.VALIDATED_AT));
    Optional<Instant> submittedAt = time(head.get(Member.SUBMITTED_AT));
    Optional<Instant> archivedAt = time(head.get(Member.ARCHIVED_AT));
    Optional<String> pullRequest = head.get(Member.PULL_REQUEST).text(FileLimits.LINE);
    UUID draft = id.orElse(new UUID(0, 0));
    List<DraftChange> changes = changes(file.get(Member.CHANGES));
    List<DraftStep> steps = StepReader.read(file.get(Member.STEPS), draft);
    List<DraftIntent> intents = StepReader.intents(file.get(Member.INTENTS));
    List<Resolution> resolutions =
        all(file.get(Member.RESOLUTIONS).items(FileLimits.FURTHER), DraftFileReader::resolution);
    List<Submission> submissions =
        all(
            file.get(Member.SUBMISSIONS).items(FileLimits.FURTHER),
            value -> submission(value.object(SUBMISSION), draft));
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PortableDraft(
            draft,
            title.orElseThrow(),
            description.orElseThrow(),
            comment.orElse(null),
            status.orElseThrow(),
            source.orElseThrow(),
            base.orElseThrow(),
            createdAt.orElseThrow(),
            modifiedAt.orElseThrow(),
            validatedAt.orElse(null),
            submittedAt.orElse(null),
            archivedAt.orElse(null),
            pullRequest.orElse(null),
            changes,
            steps,
            intents,
            resolutions,
            submissions));
  }

  private static List<DraftChange> changes(FileValue list) {
    List<DraftChange> changes = new ArrayList<>();
    Set<EntityKey> keys = new HashSet<>();
    for (FileValue item : list.items(FileLimits.CHANGES)) {
      ChangeReader.read(item)
          .ifPresent(change -> {
            if (keys.add(change.key())) {
              changes.add(change);
            } else {
              item.get(Member.ENTITY).problem(Code.TWICE, change.key().toString());
            }
          });
    }
    return changes;
  }

  private static Optional<Resolution> resolution(FileValue value) {
    return value
        .container(false)
        .flatMap(json -> {
          String text = StrictJson.text(json);
          Optional<Resolution> resolution = ResolutionCodec.read(text);
          // What the codec does not know it leaves out, and a file says nothing that is left out.
          boolean whole =
              resolution.filter(read -> ResolutionCodec.write(read).equals(text)).isPresent();
          return whole ? resolution : value.problem(Code.VALUE, "a resolution");
        });
  }

  private static Optional<Submission> submission(FileValue value, UUID draft) {
    Optional<UUID> id = uuid(value.get(Member.ID));
    Optional<String> title = value.get(Member.TITLE).text(FileLimits.LINE);
    Optional<String> body = value.get(Member.BODY).text(FileLimits.PROSE);
    Optional<String> parent = commit(value.get(Member.PARENT));
    Optional<String> commit =
        value
            .get(Member.COMMIT)
            .read(
                FileLimits.NAME,
                "a commit, or nothing before it is known",
                text -> Optional.of(text).filter(t -> t.isEmpty() || isCommit(t)));
    Optional<String> remote = value.get(Member.REMOTE).text(FileLimits.LINE);
    Optional<String> branch = value.get(Member.BRANCH).text(FileLimits.LINE);
    Optional<String> forge = value.get(Member.FORGE).text(FileLimits.NAME);
    Optional<Long> number = value.get(Member.NUMBER).number(1, Integer.MAX_VALUE);
    Optional<String> url = value.get(Member.URL).text(FileLimits.LINE);
    Optional<Submission.Stage> stage = named(value.get(Member.STAGE), Submission.Stage.values());
    Optional<Instant> createdAt = time(value.get(Member.CREATED_AT));
    if (areAll(id, title, body, parent, commit, remote, branch, stage, createdAt)) {
      return Optional.of(
          new Submission(
              id.get(),
              draft,
              title.get(),
              body.get(),
              parent.get(),
              commit.get(),
              remote.get(),
              branch.get(),
              forge.orElse(null),
              number.map(Math::toIntExact).orElse(null),
              url.orElse(null),
              stage.get(),
              createdAt.get()));
    }
    return Optional.empty();
  }

  static boolean areAll(Optional<?>... values) {
    for (Optional<?> value : values) {
      if (value.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static Optional<OntologyVersion> version(FileValue value) {
    Optional<String> commit = commit(value.get(Member.COMMIT));
    Optional<String> branch = value.get(Member.BRANCH).text(FileLimits.LINE);
    Optional<Instant> committedAt = time(value.get(Member.COMMITTED_AT));
    Optional<String> summary = value.get(Member.SUMMARY).text(FileLimits.PROSE);
    return areAll(commit, branch, committedAt, summary)
        ? Optional.of(
            new OntologyVersion(commit.get(), branch.get(), committedAt.get(), summary.get()))
        : Optional.empty();
  }

  static <T> List<T> all(List<FileValue> items, Function<FileValue, Optional<T>> reading) {
    List<T> values = new ArrayList<>();
    items.forEach(item -> reading.apply(item).ifPresent(values::add));
    return values;
  }

  private static Optional<String> commit(FileValue value) {
    return value.read(
        FileLimits.NAME, "a commit", text -> Optional.of(text).filter(DraftFileReader::isCommit));
  }

  private static boolean isCommit(String text) {
    return COMMIT.matcher(text).matches();
  }

  static Optional<UUID> uuid(FileValue value) {
    return value.read(
        FileLimits.NAME,
        "a UUID",
        text -> Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text)));
  }

  static Optional<Instant> time(FileValue value) {
    return value.read(
        FileLimits.NAME,
        "a time such as 2026-01-31T12:00:00Z",
        text -> {
          try {
            return Optional.of(Instant.parse(text));
          } catch (DateTimeException none) {
            return Optional.empty();
          }
        });
  }

  static <E extends Enum<E>> Optional<E> named(FileValue value, E[] known) {
    List<String> names = new ArrayList<>();
    for (E each : known) {
      names.add(DraftFileWriter.named(each));
    }
    return value.read(
        FileLimits.NAME,
        String.join(", ", names),
        text -> {
          int index = names.indexOf(text);
          return index < 0 ? Optional.empty() : Optional.of(known[index]);
        });
  }
}
