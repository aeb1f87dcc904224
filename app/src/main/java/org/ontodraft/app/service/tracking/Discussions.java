package org.ontodraft.app.service.tracking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.app.forge.ReviewComment;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.submit.PullRequests;
import org.ontodraft.app.state.State;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftFiles.FileChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.DecodeResult;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.format.FileBytes;
import org.ontodraft.model.format.FileFormat;
import org.ontodraft.model.ontology.SourceProblem;

/** What is said about pull requests: read, answered, and taken up in the draft. Thread-safe. */
final class Discussions {
  private final PullRequests pullRequests;
  private final SentDrafts sent;
  private final State<Map<UUID, List<PlacedComment>>> all = new State<>(Map.of());

  Discussions(PullRequests pullRequests, SentDrafts sent) {
    this.pullRequests = pullRequests;
    this.sent = sent;
  }

  State<Map<UUID, List<PlacedComment>>> all() {
    return all;
  }

  /** Lines are those of the commit that was sent, not of the draft as it is by now. */
  Outcome<List<PlacedComment>> read(Draft draft, Submission submission, int number) {
    return switch (pullRequests.comments(number)) {
      case Outcome.Refused<List<ReviewComment>> refused -> new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<List<ReviewComment>> done -> {
        CommentPlaces places = new CommentPlaces(SentParts.of(draft, submission, sent).went());
        List<PlacedComment> placed = done.value().stream().map(places::place).toList();
        publish(draft.id(), placed);
        yield Outcome.done(placed);
      }
    };
  }

  Outcome<PlacedComment> answer(UUID draft, int number, PlacedComment comment, String text) {
    return switch (pullRequests.answer(number, comment.comment(), text)) {
      case Outcome.Refused<ReviewComment> refused -> new Outcome.Refused<>(refused.refusal());
      case Outcome.Done<ReviewComment> done -> {
        PlacedComment answer = new PlacedComment(done.value(), comment.entity(), comment.field());
        List<PlacedComment> more = new ArrayList<>(all.get().getOrDefault(draft, List.of()));
        more.add(answer);
        publish(draft, more);
        yield Outcome.done(answer);
      }
    };
  }

  private void publish(UUID draft, List<PlacedComment> placed) {
    all.update(before -> {
      Map<UUID, List<PlacedComment>> after = new HashMap<>(before);
      after.put(draft, List.copyOf(placed));
      return Map.copyOf(after);
    });
  }

  /** The entity's files with the suggested lines, read again, become one edit of the draft. */
  Outcome<DraftOverlay> take(
      DraftSession session, Submission submission, PlacedComment comment, SuggestedLines lines) {
    Optional<EntityKey> about = comment.entity();
    DraftOverlay draft = session.effective().get();
    Optional<EntityDocument> seen =
        about.flatMap(key -> Optional.ofNullable(draft.effectiveDocument(key)));
    String path = comment.comment().path();
    if (about.isEmpty() || seen.isEmpty()) {
      return Outcome.refused("TRACK-03", path);
    }
    EntityKey key = about.get();
    Optional<String> commented =
        file(SentParts.of(session.draft().get(), submission, sent).went(), key, path);
    Optional<String> present = file(draft, key, path);
    Optional<String> next =
        commented.flatMap(before -> present.flatMap(now -> lines.in(before, now)));
    if (next.isEmpty()) {
      return Outcome.refused("TRACK-04", path, lines.first(), lines.last());
    }
    List<FileBytes> files = new ArrayList<>();
    for (FileChange file : DraftFiles.ofEntity(draft, key)) {
      String text = file.path().equals(path) ? next.get() : file.after();
      if (text != null) {
        files.add(new FileBytes(file.path(), "", text.getBytes(StandardCharsets.UTF_8)));
      }
    }
    return switch (EntityCodec.ofPath(files.getFirst().path()).decode(key, files)) {
      case DecodeResult.Decoded decoded ->
          session.replace(
              key, seen.get(), FileFormat.of(draft, key).settle(key, decoded.document()));
      case DecodeResult.Rejected(List<SourceProblem> problems) ->
          Outcome.refused(
              "TRACK-05", path, problems.getFirst().line(), problems.getFirst().code().shortCode());
    };
  }

  private static Optional<String> file(DraftOverlay draft, EntityKey key, String path) {
    return DraftFiles.ofEntity(draft, key).stream()
        .filter(file -> file.path().equals(path))
        .findFirst()
        .map(FileChange::after);
  }
}
