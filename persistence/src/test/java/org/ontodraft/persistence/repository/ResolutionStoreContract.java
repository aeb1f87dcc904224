package org.ontodraft.persistence.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontodraft.persistence.testing.Entities.key;
import static org.ontodraft.persistence.testing.Entities.version;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.Fingerprint;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.rebase.BulkResolution;
import org.ontodraft.model.rebase.Rebase;
import org.ontodraft.model.rebase.RebasePlan;
import org.ontodraft.model.rebase.Scope;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.testing.Snapshots;
import org.ontodraft.persistence.store.RowIds;
import org.ontodraft.persistence.store.StoreFaultException;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the port to decisions promises: they come back as they were taken, and drive a rebase. */
abstract class ResolutionStoreContract extends OrmStoreContract {
  private static final RepositorySchemas SCHEMAS = RepositorySchemas.compile(Map.of());
  private static final Fingerprint INPUTS = new Fingerprint("0123456789abcdef".repeat(4));
  private static final EntityKey PLACE = Snapshots.key("category:Place");
  private static final EntityKey GONE = Snapshots.key("category:Gone");

  private final Ontology base =
      Snapshots.of("category:Place {'label':'Place'}", "category:Gone {'label':'Gone'}");
  private final Ontology upstream = Snapshots.of("category:Place {'label':'Yours'}");

  private HibernateResolutionStore resolutions() {
    return new HibernateResolutionStore(
        sessions, new RowIds(clock), clock, commits::incrementAndGet);
  }

  private Rebase rebase() {
    DraftOverlay draft = DraftOverlay.of(base, List.of());
    draft = draft.with(PLACE, draft.changeTo(PLACE, labelled("Place", "Mine")));
    draft = draft.with(GONE, draft.changeTo(GONE, labelled("Gone", "Still there")));
    return Rebase.of(DraftValidation.of(base, SCHEMAS).with(draft), upstream, SCHEMAS, List.of());
  }

  private static EntityDocument labelled(String id, String label) {
    return Snapshots.document("category:" + id, "{'label':'" + label + "'}");
  }

  @Test
  void everyChoiceComesBackAsItWas() {
    Draft draft = drafts.create("Decided", version("1"));
    List<Resolution> taken =
        List.of(
            new Resolution(Place.of(key("category:A")), INPUTS, Choice.of(Choice.Kind.MINE)),
            new Resolution(
                new Place(key("category:A"), "label"),
                INPUTS,
                new Choice.Custom(JsonNodeFactory.instance.stringNode("\ud800 \u0000 é\n"))),
            new Resolution(
                Place.of(key("category:B")), INPUTS, new Choice.Recreate(key("category:C"))),
            new Resolution(
                new Place(key("resource:Person/Ada"), "odd/~ \""),
                INPUTS,
                Choice.of(Choice.Kind.MINE_THEN_UPSTREAM)));

    resolutions().decide(draft.id(), rebase().plan(), taken);

    assertThat(resolutions().ofDraft(draft.id())).isEqualTo(taken);
    for (Choice.Kind kind : Choice.Kind.values()) {
      if (kind != Choice.Kind.CUSTOM && kind != Choice.Kind.RECREATE) {
        Resolution plain = new Resolution(taken.getFirst().place(), INPUTS, Choice.of(kind));
        resolutions().decide(draft.id(), rebase().plan(), List.of(plain));
        assertThat(resolutions().ofDraft(draft.id())).contains(plain).hasSize(4);
      }
    }
  }

  @Test
  void storedDecisionsSettleTheSameRebaseAgainUntilTheyAreTakenBack() throws SQLException {
    Draft draft = drafts.create("Rebased", version("1"));
    Rebase rebase = rebase();
    RebasePlan open = rebase.plan();
    assertThat(open.conflicts()).hasSize(2);
    List<Resolution> mine =
        BulkResolution.of(open, new Scope.Everything(), Choice.of(Choice.Kind.MINE)).resolutions();
    assertThat(mine).hasSize(2);

    resolutions().decide(draft.id(), open, mine);

    RebasePlan settled = rebase.resolve(resolutions().ofDraft(draft.id()));
    assertThat(settled.clean()).isTrue();
    assertThat(settled.refused()).isEmpty();
    assertThat(
            database()
                .rows(
                    "select entity_key, field, kind, base_json, draft_json, canonical_json, choice"
                        + " from ontology.rebase_conflict order by entity_key"))
        .satisfiesExactly(
            gone -> assertThat(gone).startsWith("Gone||deleted_upstream|{").endsWith("}|null|mine"),
            place ->
                assertThat(place).isEqualTo("Place|label|field|\"Place\"|\"Mine\"|\"Yours\"|mine"));

    resolutions().takeBack(draft.id(), List.of(new Place(PLACE, "label"), Place.of(PLACE)));

    assertThat(rebase.resolve(resolutions().ofDraft(draft.id())).conflicts())
        .extracting(Conflict::place)
        .containsExactly(new Place(PLACE, "label"));
  }

  @Test
  void decisionsGoWithTheirDraftAndBelongToNoOther() {
    Draft draft = drafts.create("One", version("1"));
    Draft other = drafts.create("Other", version("1"));
    Resolution decision = new Resolution(Place.of(PLACE), INPUTS, Choice.of(Choice.Kind.UPSTREAM));
    resolutions().decide(draft.id(), rebase().plan(), List.of(decision));
    assertThat(resolutions().ofDraft(other.id())).isEmpty();

    drafts.purge(draft.id());

    assertThat(resolutions().ofDraft(draft.id())).isEmpty();
    assertThatThrownBy(
            () -> resolutions().decide(UUID.randomUUID(), rebase().plan(), List.of(decision)))
        .isInstanceOf(StoreFaultException.class);
  }

  /** The kinds that the table knows are the kinds there are. */
  @Test
  void everyKindOfConflictHasItsPlaceInTheTable() throws SQLException {
    Draft draft = drafts.create("Kinds", version("1"));
    int row = 0;
    for (EntityMerge.Kind kind : EntityMerge.Kind.values()) {
      if (kind.isConflict()) {
        insert(draft, row++, DraftRows.stored(kind));
      }
    }
    for (String kind : List.of("automatic", "field", "type_change", "semantic")) {
      insert(draft, row++, kind);
    }
    int rows = row;
    assertThatThrownBy(() -> insert(draft, rows, "something")).isInstanceOf(SQLException.class);
    assertThat(resolutions().ofDraft(draft.id())).isEmpty();
  }

  private void insert(Draft draft, int row, String kind) throws SQLException {
    database()
        .execute(
            "insert into ontology.rebase_conflict (id, draft_id, target_commit_sha, entity_type,"
                + " entity_key, field, kind, created_at, row_version) values ('"
                + UUID.randomUUID()
                + "', '"
                + draft.id()
                + "', 'c', 'category', 'K"
                + row
                + "', '', '"
                + kind
                + "', current_timestamp, 0)");
  }
}
