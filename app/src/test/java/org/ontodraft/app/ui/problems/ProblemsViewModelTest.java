package org.ontodraft.app.ui.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.FxQueue;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.testing.RecordingNavigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.SampleFiles;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.draft.DraftValidation;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ProblemsViewModelTest {
  private final FxQueue fx = new FxQueue();
  private final TaskRunner tasks =
      new TaskRunner(
          fx,
          failure -> {
            throw new AssertionError(failure.cause());
          });
  private final RecordingNavigator navigator = new RecordingNavigator();
  private final List<Outcome<DraftOverlay>> outcomes = new ArrayList<>();

  @AfterEach
  void close() {
    tasks.close();
  }

  private ProblemsViewModel over(MemoryWorkspace workspace) {
    return new ProblemsViewModel(
        workspace,
        (name, edit) -> outcomes.add(edit.apply(workspace.session())),
        tasks,
        navigator,
        Texts.load(),
        fx);
  }

  private static Finding finding(Severity severity, String rule, String key) {
    return new Finding(
        severity,
        rule,
        EntityKey.of(EntityType.CATEGORY, key),
        "/parents/0",
        List.of("category:Gone"));
  }

  @Test
  void theWorstComesFirst() {
    MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files());
    ProblemsViewModel problems = over(workspace);
    workspace.setFindings(
        List.of(
            finding(Severity.INFO, "missing-reference", "Staff"),
            finding(Severity.WARNING, "missing-reference", "Person"),
            finding(Severity.ERROR, "missing-reference", "Agent")));
    fx.until("three rows", () -> problems.rows().size() == 3);
    assertThat(problems.rows())
        .extracting(ProblemRow::where)
        .containsExactly("Agent", "Person", "Staff");
    assertThat(problems.errors().get()).isEqualTo(1);
    assertThat(problems.summary().get()).isEqualTo("1 error, 1 warning, 1 note");
    assertThat(problems.rows().getFirst().message())
        .isEqualTo("Refers to category:Gone, which does not exist.");
  }

  @Test
  void filesThatCouldNotBeReadAreListedWithTheirLine() {
    Map<String, String> files = new LinkedHashMap<>(SampleFiles.files());
    files.put("categories/Broken.json", "{\n  \"id\": \"Broken\",\n  oops\n}\n");
    ProblemsViewModel problems = over(MemoryWorkspace.of(files));
    fx.until("a row", () -> problems.rows().size() == 1);
    ProblemRow row = problems.rows().getFirst();
    assertThat(row.where()).isEqualTo("categories/Broken.json, line 3");
    assertThat(row.code()).isEqualTo("SRC-01");
    assertThat(row.severity()).isEqualTo(Severity.ERROR);
    problems.open(row);
    assertThat(navigator.calls()).as("no entity came of the file").isEmpty();
  }

  @Test
  void aLineLeadsToItsEntity() {
    MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files());
    ProblemsViewModel problems = over(workspace);
    workspace.setFindings(List.of(finding(Severity.ERROR, "missing-reference", "Agent")));
    fx.until("a row", () -> problems.rows().size() == 1);
    problems.open(problems.rows().getFirst());
    assertThat(navigator.calls()).containsExactly("open category:Agent at /parents/0");
  }

  @Test
  void aFixIsAnEditOfTheDraft() {
    MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files()).withDraft();
    ProblemsViewModel problems = over(workspace);
    EntityKey person = EntityKey.of(EntityType.CATEGORY, "Person");
    workspace
        .session()
        .change(person, document -> document.with(person.type(), "parents", twice("Agent")));
    workspace.setFindings(
        DraftValidation.check(workspace.effective().get(), workspace.schemas()).stream()
            .filter(finding -> finding.rule().equals("duplicate-item"))
            .toList());
    fx.until("a row with a fix", () -> problems.rows().size() == 1);
    ProblemRow row = problems.rows().getFirst();
    assertThat(row.fixes())
        .singleElement()
        .extracting(problems::words)
        .isEqualTo("Keep each item of Parents once");
    problems.apply(row.fixes().getFirst());
    assertThat(workspace.effective().get().document(person).texts("parents"))
        .containsExactly("Agent");
    assertThat(outcomes).singleElement().isInstanceOf(Outcome.Done.class);
  }

  private static JsonNode twice(String item) {
    return JsonNodeFactory.instance.arrayNode().add(item).add(item);
  }

  @Test
  void whatWasWrongBeforeComesLastAndDoesNotCount() {
    MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files()).withDraft();
    ProblemsViewModel problems = over(workspace);
    workspace.knownFindings().set(List.of(finding(Severity.ERROR, "missing-reference", "Agent")));
    workspace.setFindings(List.of(finding(Severity.WARNING, "missing-reference", "Staff")));
    fx.until("two rows", () -> problems.rows().size() == 2);
    assertThat(problems.rows()).extracting(ProblemRow::where).containsExactly("Staff", "Agent");
    assertThat(problems.rows().getLast().message()).endsWith("(before this draft)");
    assertThat(problems.errors().get()).isZero();
  }

  @Test
  void allOfAKindAreFixedBeyondThoseWhoseFixesAreKnown() {
    Map<String, String> files = new LinkedHashMap<>(SampleFiles.files());
    List<Finding> all = new ArrayList<>();
    for (int i = 0; i < 620; i++) {
      String key = "C" + i;
      files.put(
          "categories/" + key + ".json",
          "{\"id\": \"%s\", \"label\": \"%s\", \"parents\": [\"Gone\"]}\n".formatted(key, key));
      all.add(finding(Severity.ERROR, "missing-reference", key));
    }
    MemoryWorkspace workspace = MemoryWorkspace.of(files).withDraft();
    ProblemsViewModel problems = over(workspace);
    workspace.setFindings(all);
    fx.until("the rows", () -> problems.rows().size() == 620);
    assertThat(problems.rows().stream().filter(row -> row.later() != null)).hasSize(120);
    ProblemRow chosen = problems.rows().getFirst();
    assertThat(problems.alike(chosen)).hasSize(620);
    problems.applyAll(problems.alike(chosen));
    assertThat(workspace.effective().get().changes()).hasSize(620);
    assertThat(workspace.effective().get().changes())
        .allSatisfy(change ->
            assertThat(workspace.effective().get().document(change.key()).texts("parents"))
                .isEmpty());
    workspace.session().undo();
    assertThat(workspace.effective().get().changes()).as("one step").isEmpty();
  }

  @Test
  void aRuleWithoutWordsIsStillShown() {
    MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files());
    ProblemsViewModel problems = over(workspace);
    workspace.setFindings(List.of(finding(Severity.ERROR, "of-tomorrow", "Agent")));
    fx.until("a row", () -> problems.rows().size() == 1);
    assertThat(problems.rows().getFirst().message()).isEqualTo("of-tomorrow: category:Gone");
  }

  @Test
  void copiesAsTabSeparatedValues() {
    ProblemsViewModel problems = over(MemoryWorkspace.of(SampleFiles.files()));
    String tsv =
        problems.tsv(
            List.of(
                new ProblemRow(
                    Severity.ERROR,
                    "two\tparts\nand lines",
                    "Person",
                    "/label",
                    "rule",
                    null,
                    false,
                    List.of(),
                    null)));
    assertThat(tsv)
        .isEqualTo(
            "Severity\tFinding\tWhere\tField\tRule or code\n"
                + "Error\ttwo parts and lines\tPerson\t/label\trule\n");
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(SourceProblem.Code.class)
  void everyCodeHasItsWords(SourceProblem.Code code) {
    assertThat(Texts.load().find("problem." + code.shortCode(), "a", "b", "c")).isPresent();
  }
}
