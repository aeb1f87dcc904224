package org.ontodraft.model.exchange;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntentCodec;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.format.EntityCodec;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.merge.ResolutionCodec;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.patch.PatchDoesNotApplyException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts together the JSON of a file, its members in the order of the documentation. */
final class DraftFileWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private DraftFileWriter() {}

  static ObjectNode write(DraftFile file) {
    ObjectNode json = NODES.objectNode();
    json.put(Member.FORMAT, DraftFileCodec.FORMAT);
    json.put(Member.FORMAT_VERSION, DraftFileCodec.FORMAT_VERSION);
    json.put(Member.PROGRAM, file.program());
    json.put(Member.WRITTEN_AT, file.writtenAt().toString());
    file.rootCommits().forEach(json.putArray(Member.ROOT_COMMITS)::add);
    DraftFile.JournalPosition position = file.journal();
    if (position != null) {
      json.putObject(Member.JOURNAL)
          .put(Member.ID, position.journal().toString())
          .put(Member.SEQUENCE, position.sequence());
    }
    PortableDraft draft = file.draft();
    json.set(Member.DRAFT, draft(draft));
    ArrayNode changes = json.putArray(Member.CHANGES);
    draft.changes().forEach(change -> changes.add(change(change)));
    ArrayNode steps = json.putArray(Member.STEPS);
    draft.steps().forEach(step -> steps.add(step(step)));
    if (!draft.intents().isEmpty()) {
      json.set(Member.INTENTS, DraftIntentCodec.write(draft.intents()));
    }
    if (!draft.resolutions().isEmpty()) {
      ArrayNode resolutions = json.putArray(Member.RESOLUTIONS);
      draft.resolutions().forEach(resolution -> resolutions.add(resolution(resolution)));
    }
    if (!draft.submissions().isEmpty()) {
      ArrayNode submissions = json.putArray(Member.SUBMISSIONS);
      draft.submissions().forEach(submission -> submissions.add(submission(submission)));
    }
    if (!file.images().isEmpty()) {
      ArrayNode images = json.putArray(Member.IMAGES);
      for (PortableImage image : file.images()) {
        image
            .parts()
            .forEach(
                images.addObject().put(Member.SHA_256, image.sha256()).putArray(Member.PARTS)::add);
      }
    }
    return json.put(Member.SHA_256, ContentHash.BLANK);
  }

  static String named(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode draft(PortableDraft draft) {
    ObjectNode json = NODES.objectNode();
    json.put(Member.ID, draft.id().toString());
    json.put(Member.TITLE, draft.title());
    json.put(Member.DESCRIPTION, draft.description());
    putIfAny(json, Member.COMMENT, draft.comment());
    json.put(Member.STATUS, named(draft.status()));
    json.put(Member.SOURCE, draft.source().id());
    json.put(Member.CREATED_AT, draft.createdAt().toString());
    json.put(Member.MODIFIED_AT, draft.modifiedAt().toString());
    putIfAny(json, Member.VALIDATED_AT, draft.validatedAt());
    putIfAny(json, Member.SUBMITTED_AT, draft.submittedAt());
    putIfAny(json, Member.ARCHIVED_AT, draft.archivedAt());
    putIfAny(json, Member.PULL_REQUEST, draft.pullRequestUrl());
    OntologyVersion base = draft.base();
    json.putObject(Member.BASE)
        .put(Member.COMMIT, base.commit())
        .put(Member.BRANCH, base.branch())
        .put(Member.COMMITTED_AT, base.committedAt().toString())
        .put(Member.SUMMARY, base.summary());
    return json;
  }

  private static void putIfAny(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }

  private static ObjectNode change(DraftChange change) {
    ObjectNode json = NODES.objectNode().put(Member.ENTITY, change.key().toString());
    switch (change) {
      case DraftChange.Create create -> {
        json.put(Member.CHANGE, ChangeReader.CREATE);
        json.set(Member.REPLACEMENT, create.replacement().json());
      }
      case DraftChange.Update update -> {
        json.put(Member.CHANGE, ChangeReader.UPDATE);
        json.set(Member.BASE, base(update.base()));
        json.set(Member.PATCH, guarded(update).toTree());
      }
      case DraftChange.Delete delete -> {
        json.put(Member.CHANGE, ChangeReader.DELETE);
        json.set(Member.BASE, base(delete.base()));
      }
    }
    return json;
  }

  /** A change that is broken here is handed on as it is. */
  private static JsonPatch guarded(DraftChange.Update update) {
    EntityDocument base = baseDocument(update);
    try {
      return base == null ? update.patch() : update.patch().guarded(base);
    } catch (PatchDoesNotApplyException broken) {
      return update.patch();
    }
  }

  static @Nullable EntityDocument baseDocument(DraftChange.Update update) {
    try {
      return EntityCodec.document(update.key(), update.base());
    } catch (IllegalArgumentException damaged) {
      return null;
    }
  }

  private static ObjectNode base(SourceFile file) {
    ObjectNode json = file(file);
    if (!file.pages().isEmpty()) {
      ArrayNode pages = json.putArray(Member.PAGES);
      file.pages().forEach(page -> pages.add(file(page)));
    }
    return json;
  }

  private static ObjectNode file(SourceFile file) {
    return NODES
        .objectNode()
        .put(Member.PATH, file.path())
        .put(Member.BLOB, file.blobId())
        .put(Member.TEXT, file.text());
  }

  private static ObjectNode step(DraftStep step) {
    ObjectNode json = NODES.objectNode();
    json.put(Member.ID, step.id().toString());
    json.put(Member.SEQUENCE, step.sequence());
    json.put(Member.KIND, named(step.kind()));
    json.put(Member.AT, step.at().toString());
    if (!step.intents().isEmpty()) {
      json.set(Member.INTENTS, DraftIntentCodec.write(step.intents()));
    }
    ArrayNode edits = json.putArray(Member.EDITS);
    step.edits().forEach(edit -> edits.add(edit(edit)));
    return json;
  }

  private static ObjectNode edit(DraftEdit edit) {
    ObjectNode json = NODES.objectNode();
    json.put(Member.ID, edit.id().toString());
    json.put(Member.ENTITY, edit.key().toString());
    json.put(Member.FIELD, edit.field());
    json.set(Member.FORWARD, edit.forward().toTree());
    json.set(Member.INVERSE, edit.inverse().toTree());
    return json;
  }

  private static JsonNode resolution(Resolution resolution) {
    return JsonCodec.parse(ResolutionCodec.write(resolution)).json();
  }

  private static ObjectNode submission(Submission submission) {
    ObjectNode json = NODES.objectNode();
    json.put(Member.ID, submission.id().toString());
    json.put(Member.TITLE, submission.title());
    json.put(Member.BODY, submission.body());
    json.put(Member.PARENT, submission.parent());
    json.put(Member.COMMIT, submission.commit());
    json.put(Member.REMOTE, submission.remote());
    json.put(Member.BRANCH, submission.branch());
    putIfAny(json, Member.FORGE, submission.forge());
    Integer number = submission.number();
    if (number != null) {
      json.put(Member.NUMBER, number);
    }
    putIfAny(json, Member.URL, submission.url());
    json.put(Member.STAGE, named(submission.stage()));
    return json.put(Member.CREATED_AT, submission.createdAt().toString());
  }
}
