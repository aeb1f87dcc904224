package org.ontodraft.app.ui.refactoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.refactoring.RefactoringAnswer;
import org.ontodraft.app.service.refactoring.RefactoringKind;
import org.ontodraft.app.service.refactoring.RefactoringSubject;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.SegmentedControl;
import org.ontodraft.app.ui.control.TabLeaves;
import org.ontodraft.app.ui.refactoring.RefusalTexts.FormPlace;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.refactor.Refusal;
import org.ontodraft.model.refactor.SplitEntity;

/** What is chosen for a refactoring, beside what it would come to. */
final class RefactoringForm extends HBox {
  private final RefactoringViewModel viewModel;
  private final Texts texts;
  private final VBox fields = new VBox();
  private final Map<FormPlace, Label> problems = new EnumMap<>(FormPlace.class);
  private Node first = fields;

  RefactoringForm(RefactoringViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().add("refactoring");
    fields.getStyleClass().add("refactoring-fields");
    ScrollPane left = new ScrollPane(fields);
    left.setFitToWidth(true);
    left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    left.setFocusTraversable(false);
    left.setAccessibleText(texts.get("refactor.form"));
    left.getStyleClass().add("refactoring-form");
    PreviewPane preview = new PreviewPane(viewModel, texts);
    HBox.setHgrow(preview, Priority.ALWAYS);
    getChildren().addAll(left, preview);
    viewModel.kind().subscribe(this::fill);
    viewModel.answer().subscribe(this::showProblems);
  }

  /** What gets the focus first. */
  Node first() {
    return first;
  }

  private void fill(RefactoringKind kind) {
    problems.clear();
    List<Node> rows = new ArrayList<>();
    List<RefactoringKind> alternatives = kind.alternatives();
    SegmentedControl<RefactoringKind> choice = null;
    if (alternatives.size() > 1) {
      choice =
          new SegmentedControl<>(
              texts.get("refactor.kind"), alternatives, each -> texts.get(named(each)));
      choice.value().set(kind);
      choice.value().subscribe((before, now) -> viewModel.kind().set(now));
      rows.add(choice);
    }
    Label about = new Label(texts.get(named(kind) + ".about"));
    about.setWrapText(true);
    about.getStyleClass().add("muted-text");
    rows.add(about);
    first = choice == null ? fields : choice.getChildren().get(alternatives.indexOf(kind));
    rows.addAll(rows(kind));
    Label whole = problem(FormPlace.WHOLE);
    rows.add(whole);
    boolean hadFocus = fields.getChildren().stream().anyMatch(Node::isFocusWithin);
    fields.getChildren().setAll(rows);
    if (hadFocus) {
      first.requestFocus();
    }
  }

  /** The bundle's key for a refactoring. */
  static String named(RefactoringKind kind) {
    return "refactor.kind." + kind.name().toLowerCase(Locale.ROOT);
  }

  private List<Node> rows(RefactoringKind kind) {
    RefactoringSubject subject = viewModel.subject();
    EntityType type = subject.key().type();
    List<Node> rows = new ArrayList<>();
    switch (kind) {
      case RENAME -> rows.add(name("refactor.name"));
      case CHANGE_PARENT -> {
        rows.add(search("refactor.parent.to", EntityType.CATEGORY));
        rows.add(
            row(
                "refactor.parent.from",
                new EntityChoice(
                    viewModel.source(), subject.parents(), texts.get("refactor.parent.add")),
                FormPlace.SOURCE));
      }
      case MOVE_UP -> {
        rows.add(item());
        rows.add(
            row(
                "refactor.ancestor",
                new EntityChoice(viewModel.target(), subject.ancestors(), null),
                FormPlace.TARGET));
      }
      case MOVE_DOWN -> {
        rows.add(item());
        rows.add(checks("refactor.descendants", descendants(), FormPlace.TARGET));
      }
      case MOVE_BETWEEN_MODULES -> {
        rows.add(
            row(
                "refactor.module.from",
                new EntityChoice(viewModel.source(), subject.owners(), null),
                FormPlace.SOURCE));
        rows.add(
            row(
                "refactor.module.to",
                new EntityChoice(viewModel.target(), subject.modules(), null),
                FormPlace.TARGET));
      }
      case SPLIT -> rows.addAll(split());
      case MERGE -> {
        rows.add(search("refactor.merge.into", type));
        rows.add(new DisputedFields(viewModel, texts));
      }
      case DEPRECATE -> {
        Node asked = first;
        rows.add(search("refactor.replacement", type));
        first = asked;
      }
      case DELETE -> {}
    }
    return rows;
  }

  private List<Node> split() {
    List<Node> rows = new ArrayList<>();
    rows.add(name("refactor.split.name"));
    Node asked = first;
    TextField label = new TextField();
    label.textProperty().bindBidirectional(viewModel.label());
    label.promptTextProperty().bind(viewModel.name());
    rows.add(row("field.label", label, null));
    TextArea description = new TextArea();
    description.setPrefRowCount(2);
    TabLeaves.install(description);
    description.setWrapText(true);
    description.textProperty().bindBidirectional(viewModel.description());
    rows.add(row("field.description", description, null));
    SegmentedControl<SplitEntity.Place> place =
        new SegmentedControl<>(
            texts.get("refactor.split.place"),
            List.of(SplitEntity.Place.values()),
            each -> texts.get("refactor.split." + each.name().toLowerCase(Locale.ROOT)));
    place.value().bindBidirectional(viewModel.place());
    rows.add(row("refactor.split.place", place, null));
    rows.add(checks("refactor.split.items", items(), FormPlace.ITEM));
    first = asked;
    return rows;
  }

  private Node name(String key) {
    TextField name = new TextField();
    name.setId("refactoring-name");
    name.getStyleClass().add("mono");
    name.textProperty().bindBidirectional(viewModel.name());
    name.focusedProperty()
        .subscribe((before, focused) -> {
          if (focused) {
            name.selectAll();
          }
        });
    first = name;
    return row(key, name, FormPlace.NAME);
  }

  private Node item() {
    List<RefactoringSubject.Named> offers =
        viewModel.subject().items().stream()
            .map(each -> new RefactoringSubject.Named(each.key(), each.label()))
            .toList();
    return row("refactor.item", new EntityChoice(viewModel.item(), offers, null), FormPlace.ITEM);
  }

  private Node search(String key, EntityType type) {
    EntitySearchField field =
        new EntitySearchField(viewModel, type, viewModel.target(), texts.get(key));
    field.setId("refactoring-target");
    field.setPromptText(texts.get("refactor.search", texts.type(type)));
    first = field;
    return row(key, field, FormPlace.TARGET);
  }

  private Node checks(String key, List<CheckedEntities.Offer> offers, FormPlace place) {
    CheckedEntities boxes = new CheckedEntities(viewModel.chosen(), offers, texts.get(key));
    return body(key, boxes, place);
  }

  private List<CheckedEntities.Offer> items() {
    return viewModel.subject().items().stream()
        .map(each ->
            new CheckedEntities.Offer(
                each.key(),
                texts.get(
                    each.required() ? "refactor.required" : "refactor.optional", each.label())))
        .toList();
  }

  private List<CheckedEntities.Offer> descendants() {
    return viewModel.subject().descendants().stream()
        .map(each -> new CheckedEntities.Offer(each.key(), EntityChoice.text(each)))
        .toList();
  }

  private Node row(String key, Node control, @Nullable FormPlace place) {
    if (control instanceof Control named) {
      named.setAccessibleText(texts.get(key));
      named.setMaxWidth(Double.MAX_VALUE);
    }
    return body(key, control, place);
  }

  private Node body(String key, Node control, @Nullable FormPlace place) {
    Label name = new Label(texts.get(key));
    name.getStyleClass().add("medium-text");
    name.setWrapText(true);
    name.setLabelFor(control);
    if (first == fields) {
      first = control;
    }
    VBox row = new VBox(name, control);
    row.getStyleClass().add("refactoring-field");
    if (place != null) {
      row.getChildren().add(problem(place));
    }
    return row;
  }

  private Label problem(FormPlace place) {
    Label problem = new Label();
    problem.setWrapText(true);
    problem.getStyleClass().add("refactoring-problem");
    problem.setVisible(false);
    problem.setManaged(false);
    problems.put(place, problem);
    return problem;
  }

  private void showProblems(@Nullable RefactoringAnswer answer) {
    Map<FormPlace, String> said = new EnumMap<>(FormPlace.class);
    if (answer instanceof RefactoringAnswer.Impossible(List<Refusal> reasons)) {
      for (Refusal reason : reasons) {
        FormPlace wanted = RefusalTexts.placeOf(reason);
        FormPlace place = problems.containsKey(wanted) ? wanted : FormPlace.WHOLE;
        said.merge(place, RefusalTexts.of(texts, reason), (one, other) -> one + "\n" + other);
      }
    }
    problems.forEach((place, problem) -> {
      String text = said.getOrDefault(place, "");
      problem.setText(text);
      problem.setGraphic(text.isEmpty() ? null : new Icon(Glyph.ERROR, "small-icon", "conflict"));
      problem.setVisible(!text.isEmpty());
      problem.setManaged(!text.isEmpty());
    });
  }
}
