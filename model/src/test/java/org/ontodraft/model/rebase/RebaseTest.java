package org.ontodraft.model.rebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.model.rebase.RebaseCases.DOCUMENT;
import static org.ontodraft.model.rebase.RebaseCases.SCHEMAS;
import static org.ontodraft.model.rebase.RebaseCases.asked;
import static org.ontodraft.model.rebase.RebaseCases.base;
import static org.ontodraft.model.rebase.RebaseCases.changes;
import static org.ontodraft.model.rebase.RebaseCases.decided;
import static org.ontodraft.model.rebase.RebaseCases.draft;
import static org.ontodraft.model.rebase.RebaseCases.edited;
import static org.ontodraft.model.rebase.RebaseCases.intents;
import static org.ontodraft.model.rebase.RebaseCases.rebase;
import static org.ontodraft.model.testing.Snapshots.key;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftStatus;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.Conflict;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.RefusedResolution;
import org.ontodraft.model.merge.Resolution;
import org.ontodraft.model.ontology.Ontology;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.model.patch.PatchDoesNotApplyException;
import org.ontodraft.model.patch.PatchProblem;
import org.ontodraft.model.testing.CasesDocument;
import org.ontodraft.model.testing.Snapshots;

/** The rows of the second table of docs/rebase-cases.md, and of the third by their names. */
class RebaseTest {
  static Stream<Arguments> rows() {
    return CasesDocument.rows(DOCUMENT, "A whole draft").stream()
        .map(cells -> Arguments.of(cells.get(0) + " " + cells.get(1), cells.subList(2, 7)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void plansAsTheTableSays(String row, List<String> cells) {
    Ontology base = base();
    DraftOverlay draft = draft(base, cells.get(0));
    Ontology canonical = edited(cells.get(1));
    Rebase rebase = rebase(draft, canonical, intents(cells.get(0)));
    RebasePlan plan = rebase.plan();
    assertThat(changes(plan)).as("changes").isEqualTo(cells.get(2));
    assertThat(decided(plan)).as("decided").isEqualTo(cells.get(3));
    assertThat(asked(plan)).as("asks and says").isEqualTo(cells.get(4));
    assertThat(plan.clean()).isEqualTo(plan.conflicts().isEmpty());
    assertThat(plan.onto()).isEqualTo(canonical.version());
    assertThat(plan.merges().stream().flatMap(m -> Stream.of(m.key(), m.place("").key())))
        .containsAll(draft.changes().stream().map(DraftChange::key).toList());
    checkSecondRebase(plan, canonical);
  }

  /** Each way out that is offered for a semantic conflict is a decision that settles it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void eachWayOutOfASemanticConflictSettlesIt(String row, List<String> cells) {
    Rebase rebase =
        rebase(draft(base(), cells.get(0)), edited(cells.get(1)), intents(cells.get(0)));
    RebasePlan plan = rebase.plan();
    for (Conflict conflict : plan.conflicts()) {
      if (conflict instanceof Conflict.Semantic semantic) {
        for (Resolution way : rebase.suggestions(plan, semantic)) {
          RebasePlan settled = rebase.resolve(List.of(way));
          assertThat(settled.resolutions()).as("used").containsExactly(way);
          assertThat(settled.conflicts()).as("settled by %s", way).doesNotContain(conflict);
        }
      }
    }
  }

  @Test
  void aDanglingParentIsTakenOutByTheWayOffered() {
    String mine =
        "category:Person {'label':'Person','description':'D','parents':['Agent','Place']}";
    Rebase rebase = rebase(draft(base(), mine), edited("category:Place"), List.of());
    Conflict.Semantic dangling = (Conflict.Semantic) rebase.plan().conflicts().getFirst();
    List<Resolution> ways = rebase.suggestions(rebase.plan(), dangling);
    assertThat(ways)
        .extracting(way -> way.place().field() + " " + way.choice())
        .containsExactly("parents Custom[value=[\"Agent\"]]");
    assertThat(rebase.resolve(ways).clean()).isTrue();
    assertThat(changes(rebase.resolve(ways))).isEmpty();
  }

  /** R21. */
  private static void checkSecondRebase(RebasePlan plan, Ontology canonical) {
    DraftOverlay moved = DraftOverlay.of(canonical, plan.changes());
    RebasePlan again = Rebase.analyze(moved, canonical, SCHEMAS);
    assertThat(again.changes()).as("R21 changes").isEqualTo(plan.changes());
    assertThat(again.clean()).as("R21 clean").isTrue();
  }

  @Test
  void r18AskAboutEveryFieldOfAPatchThatDidNotApply() {
    Ontology base = base();
    EntityKey person = key("category:Person");
    JsonPatch patch =
        JsonPatch.parse(
            "[{\"op\":\"replace\",\"path\":\"/label\",\"value\":\"Mine\"},"
                + "{\"op\":\"remove\",\"path\":\"/parents/7\"}]");
    DraftOverlay draft =
        DraftOverlay.of(base, List.of(new DraftChange.Update(person, base.file(person), patch)));
    RebasePlan plan = Rebase.analyze(draft, edited("category:Place {'label':'Site'}"), SCHEMAS);
    assertThat(asked(plan)).isEqualTo("field category:Person label; field category:Person parents");
    assertThat(changes(plan)).isEqualTo("Update category:Person /label");
  }

  @Test
  void r23DoesNotWriteOverAFileThatCannotBeRead() {
    DraftOverlay draft = draft(base(), "category:Place {'label':'Mine'}");
    SourceProblem damaged =
        new SourceProblem(
            "categories/Place.json", "other", SourceProblem.Code.MALFORMED, 1, List.of("why"));
    Ontology canonical = Snapshots.with(base(), List.of(damaged));
    assertThat(asked(Rebase.analyze(draft, canonical, SCHEMAS)))
        .isEqualTo("occupied-path category:Place");
  }

  @Test
  void r24ExplainsEveryFieldThatASideChanged() {
    DraftOverlay draft =
        draft(base(), "category:Person {'label':'Mine','description':'D','parents':['Place']}");
    Ontology canonical =
        edited("category:Person {'label':'Mine','description':'E','parents':['Agent','Three']}");
    RebasePlan plan = Rebase.analyze(draft, canonical, SCHEMAS);
    assertThat(plan.merges().getFirst().decisions())
        .extracting(decision -> decision.field().name() + " " + decision.reason())
        .containsExactly("label CONVERGED", "description CANONICAL_ONLY", "parents SET_MERGE");
    assertThat(changes(plan)).isEqualTo("Update category:Person /parents/0 /parents/1");
  }

  @Test
  void v18AsksOnceUnlessTheFieldChangesAgain() {
    String mine = "category:Place {'label':'Mine'} ; category:Agent {'label':'Mine too'}";
    String first = "category:Place {'label':'Yours'} ; category:Agent {'label':'Yours'}";
    DraftOverlay draft = draft(base(), mine);
    Rebase toFirst = rebase(draft, edited(first), List.of());
    List<Resolution> decisions =
        BulkResolution.of(toFirst.plan(), new Scope.Everything(), Choice.of(Choice.Kind.MINE))
            .resolutions();
    assertThat(decisions).hasSize(2);
    assertThat(toFirst.resolve(decisions).clean()).isTrue();

    // Before it was applied: one of the two fields changes once more upstream.
    String second =
        first.replace("category:Agent {'label':'Yours'}", "category:Agent {'label':'Z'}");
    RebasePlan again = rebase(draft, edited(second), List.of()).resolve(decisions);
    assertThat(asked(again)).isEqualTo("field category:Agent label");
    assertThat(again.resolutions()).extracting(Resolution::place).containsExactly(place("Place"));
    assertThat(again.refused())
        .containsExactly(
            new RefusedResolution(decisions.getFirst(), RefusedResolution.Reason.INPUTS_CHANGED));

    // After it was applied: the draft is on the first version, where nothing is left to ask.
    Ontology one = edited(first);
    DraftOverlay moved = DraftOverlay.of(one, toFirst.resolve(decisions).changes());
    assertThat(asked(rebase(moved, edited(second), List.of()).plan()))
        .isEqualTo("field category:Agent label");
    assertThat(rebase(moved, one, List.of()).plan().clean()).isTrue();
  }

  private static Place place(String category) {
    return new Place(EntityKey.of(EntityType.CATEGORY, category), "label");
  }

  @Test
  void s22RebasesFromTheBaseOverEveryVersionSince() {
    DraftOverlay draft = draft(base(), "category:Place {'label':'Mine'}");
    Ontology second = edited("category:Place {'label':'Yours'} ; category:Agent {'label':'A'}");
    RebasePlan plan = Rebase.analyze(draft, second, SCHEMAS);
    assertThat(asked(plan)).isEqualTo("field category:Place label");
    assertThat(plan.merges().getFirst().decisions().getFirst().base())
        .isEqualTo(base().document(key("category:Place")).get("label"));
  }

  @Test
  void s23TakesAValidatedDraftBack() {
    assertThat(DraftStatus.VALIDATED.canMoveTo(DraftStatus.DRAFT)).isTrue();
    assertThat(DraftStatus.VALIDATED.canMoveTo(DraftStatus.MERGED)).isFalse();
  }

  @Test
  void s26GuardsAPatchThatGoesOut() throws PatchDoesNotApplyException {
    EntityKey person = key("category:Person");
    DraftOverlay draft =
        draft(base(), "category:Person {'label':'Human','parents':['Agent','Place'],'x':1}");
    EntityDocument base = base().document(person);
    JsonPatch patch = ((DraftChange.Update) draft.change(person).orElseThrow()).patch();
    JsonPatch guarded = patch.guarded(base);
    assertThat(guarded.applyTo(base)).isEqualTo(patch.applyTo(base));
    assertThat(guarded.toJson())
        .contains("{\"op\":\"test\",\"path\":\"/label\",\"value\":\"Person\"}")
        .contains("{\"op\":\"test\",\"path\":\"/description\",\"value\":\"D\"}");
    EntityDocument other =
        edited("category:Person {'label':'Other','description':'D','parents':['Agent']}")
            .document(person);
    assertThat(patch.problemOn(other)).isEmpty();
    assertThat(guarded.problemOn(other).map(PatchProblem::reason))
        .contains(PatchProblem.Reason.TEST);
  }

  @Test
  void s27TreatsAMergedDraftAsAnyChangeUpstream() {
    String first = "category:Place {'label':'First'} ; category:Agent {'label':'A'}";
    Ontology merged = edited(first);
    DraftOverlay second = draft(base(), "category:Place {'label':'Second'} ; category:New {}");
    RebasePlan plan = Rebase.analyze(second, merged, SCHEMAS);
    assertThat(asked(plan)).isEqualTo("field category:Place label");
    assertThat(changes(plan)).isEqualTo("Create category:New; Update category:Place /label");
  }

  @Test
  void s28SaysWhatOfASubmittedDraftWouldCollide() {
    DraftOverlay submitted = draft(base(), "category:Three");
    Ontology main = edited("category:Three {'label':'3','parents':['Agent','Place','Person']}");
    assertThat(asked(Rebase.analyze(submitted, main, SCHEMAS))).isEqualTo("entity category:Three");
    assertThat(DraftStatus.SUBMITTED.canMoveTo(DraftStatus.DRAFT)).isTrue();
  }

  @Test
  void theThirdTableAndTheTestsHaveTheSameRows() {
    Set<String> rows =
        CasesDocument.rows(DOCUMENT, "One after another").stream()
            .map(cells -> cells.get(0))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> tested = new TreeSet<>();
    for (Class<?> tests : List.of(RebaseTest.class, BadInputTest.class, RebaseLawsTest.class)) {
      for (Method method : tests.getDeclaredMethods()) {
        Matcher name = Pattern.compile("([rvsb]\\d+)[A-Z].*").matcher(method.getName());
        if (name.matches() && method.isAnnotationPresent(Test.class)) {
          tested.add(name.group(1).toUpperCase(Locale.ROOT));
        }
      }
    }
    assertThat(tested).isEqualTo(rows);
  }

  /** Each situation and vector that the merge has to get right stands in one of the tables. */
  @Test
  void everyKnownSituationIsInATable() {
    Set<String> rows = new TreeSet<>();
    for (String table : List.of("One entity", "A whole draft", "One after another")) {
      CasesDocument.rows(DOCUMENT, table)
          .forEach(cells -> rows.add(cells.get(0).replaceFirst("(?<=\\d)[a-z]$", "")));
    }
    IntStream.rangeClosed(1, 28).forEach(number -> assertThat(rows).contains("S" + number));
    IntStream.rangeClosed(1, 18).forEach(number -> assertThat(rows).contains("V" + number));
  }
}
