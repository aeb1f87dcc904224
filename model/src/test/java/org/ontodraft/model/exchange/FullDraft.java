package org.ontodraft.model.exchange;

import static org.ontodraft.model.testing.Snapshots.key;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntent;
import org.ontodraft.model.draft.DraftSource;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.draft.Submission;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.format.JsonCodec;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Fingerprint;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.OntologyVersion;
import org.ontodraft.model.ontology.SourceFile;
import org.ontodraft.model.patch.JsonPatch;

/** Drafts with one of everything. */
final class FullDraft {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final UUID ID = new UUID(7, 7);

  private static final DraftIntent RENAME =
      new DraftIntent.Rename(key("category:Herb"), key("category:Plant"));

  private FullDraft() {}

  private static DraftEdit half(int id, String entity, JsonPatch patch) {
    return new DraftEdit(
        new UUID(1, id),
        ID,
        13,
        DraftEdit.Kind.REDO,
        key(entity),
        "",
        patch,
        patch,
        NOON,
        new UUID(1, 9));
  }

  static EntityDocument document(String json) {
    return JsonCodec.parse(json.replace('\'', '"'));
  }

  static SourceFile file(String path, String text) {
    return new SourceFile(path, COMMIT, text);
  }

  static DraftChange.Update update(String name, String base, String draft) {
    return new DraftChange.Update(
        key("category:" + name),
        file("categories/" + name + ".json", base.replace('\'', '"')),
        JsonPatch.between(document(base), document(draft)));
  }

  static DraftFile full() {
    DraftChange delete =
        new DraftChange.Delete(
            key("dashboard:Desk"),
            new SourceFile(
                "dashboards/Desk.wikitext",
                COMMIT,
                "root\r\n",
                List.of(file("dashboards/Desk/Kitchen.wikitext", "\uFEFFone \"page\"\n"))));
    return of(
        List.of(
            new DraftChange.Create(
                key("category:Plant"),
                document("{'id': 'Plant', 'label': 'Pflanze \uD83C\uDF31', 'x': 1.50, 'y': 1e9}")),
            update(
                "Person",
                "{\r\n\t'id': 'Person', 'label': 'A',   'description': 'old', 'n': -0.10}",
                "{'id': 'Person', 'label': 'B', 'n': -0.10, 'parents': ['Agent']}"),
            delete));
  }

  static DraftFile of(List<DraftChange> changes) {
    EntityDocument before = document("{'id': 'Person', 'label': 'A'}");
    EntityDocument after = document("{'id': 'Person', 'label': 'B'}");
    PortableDraft draft =
        new PortableDraft(
            ID,
            "Plants & \u690D\u7269",
            "",
            "for Ann",
            DraftStatus.SUBMITTED,
            DraftSource.DESKTOP,
            new OntologyVersion(COMMIT, "main", NOON, "A first line"),
            NOON,
            NOON,
            NOON,
            NOON,
            NOON,
            "https://forge.example/pull/5",
            changes,
            List.of(
                DraftStep.of(
                    new DraftEdit(
                        new UUID(1, 1),
                        ID,
                        12,
                        DraftEdit.Kind.EDIT,
                        key("category:Person"),
                        "label",
                        JsonPatch.between(before, after),
                        JsonPatch.between(after, before),
                        NOON)),
                new DraftStep(
                    List.of(
                        half(2, "category:Herb", JsonPatch.between(before, null)),
                        half(3, "category:Plant", JsonPatch.between(null, after))),
                    List.of(RENAME))),
            List.of(RENAME),
            List.of(
                new Resolution(
                    new Place(key("category:Person"), "label"),
                    new Fingerprint("ab".repeat(32)),
                    new Choice.Custom(after.json()))),
            List.of(
                new Submission(
                    new UUID(2, 2),
                    ID,
                    "Plants",
                    "as said",
                    COMMIT,
                    COMMIT,
                    "https://forge.example/o.git",
                    "ontodraft/plants",
                    "github",
                    5,
                    "https://forge.example/pull/5",
                    Submission.Stage.RECORDED,
                    NOON)));
    return new DraftFile(
        "0.1.0",
        NOON,
        List.of(COMMIT),
        new DraftFile.JournalPosition(new UUID(3, 3), 13),
        draft,
        List.of(PortableImage.of(new byte[] {1, 2, 3})));
  }
}
