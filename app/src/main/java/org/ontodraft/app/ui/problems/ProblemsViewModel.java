package org.ontodraft.app.ui.problems;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.state.Subscriptions;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.ontology.SourceProblem;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.QuickFix;
import org.ontodraft.model.validation.Severity;

/**
 * Every finding of the draft and every problem of the repository's files, the worst first, then
 * what was wrong with changed entities before. FX thread.
 */
public final class ProblemsViewModel implements AutoCloseable {
  /** Fixes are worked out for the first findings only; nobody reads thousands. */
  private static final int MAX_FIXED = 500;

  /** Makes an edit in the open draft, and shows why when it is refused. */
  @FunctionalInterface
  public interface Edits {
    /**
     * Puts an edit behind those that are under way.
     *
     * @param name for a log
     */
    void make(String name, Function<DraftSession, Outcome<DraftOverlay>> edit);
  }

  private final Workspace workspace;
  private final Edits edits;
  private final TaskRunner tasks;
  private final Navigator navigator;
  private final Texts texts;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ObservableList<ProblemRow> rows = FXCollections.observableArrayList();
  private final FilteredList<ProblemRow> shown = new FilteredList<>(rows);
  private final ReadOnlyObjectWrapper<ProblemFilter> filter =
      new ReadOnlyObjectWrapper<>(ProblemFilter.ALL);
  private final ReadOnlyIntegerWrapper errors = new ReadOnlyIntegerWrapper(0);
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

  /**
   * Follows a workspace.
   *
   * @param fx where state that changed elsewhere is taken up: the FX thread
   */
  public ProblemsViewModel(
      Workspace workspace,
      Edits edits,
      TaskRunner tasks,
      Navigator navigator,
      Texts texts,
      Executor fx) {
    this.workspace = workspace;
    this.edits = edits;
    this.tasks = tasks;
    this.navigator = navigator;
    this.texts = texts;
    subscriptions.add(workspace.findings().follow(found -> fx.execute(this::rebuild)));
    subscriptions.add(workspace.knownFindings().follow(found -> fx.execute(this::rebuild)));
    subscriptions.add(workspace.effective().follow(view -> fx.execute(this::rebuild)));
  }

  private void rebuild() {
    tasks.latest(
        "problems",
        BackgroundTask.of(
                "problems",
                reporter ->
                    rowsOf(
                        workspace.effective().get(),
                        workspace.findings().get(),
                        workspace.knownFindings().get()))
            .onSuccess(this::take));
  }

  private void take(List<ProblemRow> made) {
    if (!made.equals(rows)) {
      rows.setAll(made);
    }
    int errorCount = count(made, Severity.ERROR);
    errors.set(errorCount);
    summary.set(
        texts.get(
            "problems.summary",
            errorCount,
            count(made, Severity.WARNING),
            count(made, Severity.INFO)));
  }

  private static int count(List<ProblemRow> rows, Severity severity) {
    return (int) rows.stream().filter(row -> row.severity() == severity && !row.known()).count();
  }

  private List<ProblemRow> rowsOf(DraftOverlay view, List<Finding> findings, List<Finding> known) {
    List<ProblemRow> made = new ArrayList<>();
    findings.forEach(finding -> made.add(rowOf(view, finding, false, made.size())));
    for (SourceProblem problem : view.base().problems()) {
      made.add(
          new ProblemRow(
              problem.isNotice() ? Severity.INFO : Severity.ERROR,
              message("problem." + problem.code().shortCode(), problem.arguments()),
              problem.line() > 0
                  ? texts.get("problems.line", problem.path(), String.valueOf(problem.line()))
                  : problem.path(),
              "",
              problem.code().shortCode(),
              entityIn(problem.path()).filter(key -> view.find(key).isPresent()).orElse(null),
              false,
              List.of(),
              null));
    }
    known.forEach(finding -> made.add(rowOf(view, finding, true, made.size())));
    made.sort(Comparator.comparing(ProblemRow::known).thenComparing(ProblemRow::severity));
    return made;
  }

  private ProblemRow rowOf(DraftOverlay view, Finding finding, boolean known, int above) {
    boolean editing = workspace.draft().get().isPresent();
    boolean now = above < MAX_FIXED;
    String message = message("finding." + finding.rule(), finding.arguments());
    return new ProblemRow(
        finding.severity(),
        known ? texts.get("problems.known", message) : message,
        labelOf(view, finding.key()),
        finding.pointer(),
        finding.rule(),
        finding.key(),
        known,
        editing && now ? workspace.fixes(finding) : List.of(),
        editing && !now ? finding : null);
  }

  private static String labelOf(DraftOverlay view, EntityKey key) {
    return view.find(key).map(EntitySummary::label).orElse(key.key());
  }

  /** What a fix does, in words. */
  String words(QuickFix fix) {
    String field = texts.find("field." + fix.field()).orElse(fix.field());
    return switch (fix) {
      case QuickFix.RemoveItem remove -> texts.get("fix.remove-item", remove.item(), field);
      case QuickFix.RemoveDuplicates _ -> texts.get("fix.remove-duplicates", field);
      case QuickFix.KeepFirst _ -> texts.get("fix.keep-first", field);
      case QuickFix.RemoveField _ -> texts.get("fix.remove-field", field);
      case QuickFix.SetText set -> texts.get("fix.set-text", set.value(), field);
      case QuickFix.ReplaceItem replace ->
          texts.get("fix.replace-item", replace.item(), replace.replacement(), field);
      case QuickFix.AddImage image -> texts.get("fix.add-image", image.media().key());
      case QuickFix.AddItem add ->
          texts.get(
              "fix.add-item", add.item(), field, labelOf(workspace.effective().get(), fix.key()));
    };
  }

  /** Carries out a fix as an edit of the open draft. */
  void apply(QuickFix fix) {
    if (fix instanceof QuickFix.AddImage image) {
      navigator.addImage(Optional.of(image.media()), Optional.empty());
    } else {
      edits.make("quick fix", session -> session.change(fix.key(), fix::applyTo));
    }
  }

  /**
   * The lines that the first fix of a line would mend in the same way, of those that are shown. Of
   * those with {@link ProblemRow#later} it is not known yet whether it would.
   */
  List<ProblemRow> alike(ProblemRow row) {
    if (row.fixes().isEmpty() || row.fixes().getFirst() instanceof QuickFix.AddImage) {
      return List.of();
    }
    Class<?> kind = row.fixes().getFirst().getClass();
    return shown.stream()
        .filter(other -> other.code().equals(row.code()))
        .filter(other ->
            other.later() != null
                || !other.fixes().isEmpty() && kind.isInstance(other.fixes().getFirst()))
        .toList();
  }

  /** Carries out the first fix of each of these lines as one step, which is undone at once. */
  void applyAll(List<ProblemRow> lines) {
    Optional<QuickFix> first =
        lines.stream().flatMap(line -> line.fixes().stream().limit(1)).findFirst();
    first.ifPresent(like ->
        edits.make("quick fixes", session -> session.changeAll(changes(lines, like.getClass()))));
  }

  /** What is still unknown is worked out here, so this is not for the FX thread. */
  private Map<EntityKey, UnaryOperator<EntityDocument>> changes(
      List<ProblemRow> lines, Class<?> kind) {
    Map<EntityKey, UnaryOperator<EntityDocument>> changes = new LinkedHashMap<>();
    for (ProblemRow line : lines) {
      Finding later = line.later();
      List<QuickFix> fixes = later == null ? line.fixes() : workspace.fixes(later);
      if (!fixes.isEmpty() && kind.isInstance(fixes.getFirst())) {
        QuickFix fix = fixes.getFirst();
        changes.merge(
            fix.key(),
            fix::applyTo,
            (first, then) -> document -> then.apply(first.apply(document)));
      }
    }
    return changes;
  }

  /** Which lines are shown. */
  ReadOnlyObjectProperty<ProblemFilter> filter() {
    return filter.getReadOnlyProperty();
  }

  /** Shows only the lines that a filter takes. */
  void filter(ProblemFilter wanted) {
    filter.set(wanted);
    shown.setPredicate(wanted::takes);
  }

  /** The rules and codes of all lines, each once. */
  List<String> codes() {
    return rows.stream().map(ProblemRow::code).distinct().sorted().toList();
  }

  /** The lines that the filter takes. */
  ObservableList<ProblemRow> shown() {
    return shown;
  }

  /** The words for a rule or code; one without words is shown with what it was filled with. */
  private String message(String key, List<String> arguments) {
    return texts
        .find(key, arguments.toArray())
        .orElseGet(() -> key.substring(key.indexOf('.') + 1) + ": " + String.join(", ", arguments));
  }

  private static Optional<EntityKey> entityIn(String path) {
    int slash = path.indexOf('/');
    int dot = path.lastIndexOf('.');
    if (slash < 0 || dot < slash) {
      return Optional.empty();
    }
    String key = path.substring(slash + 1, dot);
    return EntityType.ofFolder(path.substring(0, slash))
        .flatMap(type -> EntityKey.parse(type.id() + ":" + key));
  }

  /** The lines, the worst first. */
  ObservableList<ProblemRow> rows() {
    return rows;
  }

  /** How many errors there are, of the draft and of files together. */
  public ReadOnlyIntegerProperty errors() {
    return errors.getReadOnlyProperty();
  }

  /** The counts in words. */
  ReadOnlyStringProperty summary() {
    return summary.getReadOnlyProperty();
  }

  /** Goes to the place a line is about, if it is about an entity. */
  void open(ProblemRow row) {
    EntityKey entity = row.entity();
    if (entity != null) {
      navigator.openEntity(entity, row.place());
    }
  }

  /** Lines as tab-separated values, with a heading. */
  String tsv(List<ProblemRow> lines) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.join(
            "\t",
            texts.get("problems.column.severity"),
            texts.get("problems.column.message"),
            texts.get("problems.column.where"),
            texts.get("problems.column.place"),
            texts.get("problems.column.code")));
    for (ProblemRow row : lines) {
      out.append('\n')
          .append(
              String.join(
                  "\t",
                  texts.severity(row.severity()),
                  cell(row.message()),
                  cell(row.where()),
                  cell(row.place()),
                  cell(row.code())));
    }
    return out.append('\n').toString();
  }

  private static String cell(String text) {
    return text.replaceAll("[\\t\\r\\n]+", " ");
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
