package org.ontodraft.app.ui.conflict;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Narrow;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.KeyHints;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.merge.Choice;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.merge.FieldDecision.Reason;
import org.ontodraft.model.merge.Place;
import org.ontodraft.model.merge.Resolution;

/**
 * Lists what a rebase would do, lets the curator decide, and moves the draft once nothing is left.
 */
public final class RebaseView {
  /** How many em wide the list has to be for four columns of values. */
  private static final double ROOM = 52;

  private static final Set<Deed> ON_PAGE =
      EnumSet.of(
          Deed.REBASE_NEXT,
          Deed.REBASE_PREVIOUS,
          Deed.REBASE_UNDO,
          Deed.REBASE_REDO,
          Deed.REBASE_MOVE,
          Deed.REBASE_BASE);

  private final RebaseViewModel model;
  private final Texts texts;
  private final Dates dates;
  private final Navigator navigator;
  private final ValueDialog ownValue;
  private final DecisionPane decisions;
  private final PreviewPane previews;
  private final CountBar countBar = new CountBar();
  private final Parent root;
  private List<PlanRow> all = List.of();
  private boolean focusWanted;
  private @Nullable Reason reason;

  @FXML private BorderPane plan;
  @FXML private Label heading;
  @FXML private Label about;
  @FXML private Label counts;
  @FXML private StackPane bar;
  @FXML private Button undo;
  @FXML private MenuButton several;
  @FXML private Button next;
  @FXML private Button submit;
  @FXML private Button move;
  @FXML private Button leave;
  @FXML private CheckBox baseColumn;
  @FXML private HBox only;
  @FXML private StackPane preview;
  @FXML private StackPane columns;
  @FXML private ListView<PlanRow> rows;
  @FXML private KeyHints hints;
  @FXML private StackPane empty;

  /** Builds the view; the view model is its owner's to close. */
  public RebaseView(
      RebaseViewModel model,
      Texts texts,
      Dates dates,
      Navigator navigator,
      Dialogs dialogs,
      Fxml fxml) {
    this.model = model;
    this.texts = texts;
    this.dates = dates;
    this.navigator = navigator;
    this.ownValue = new ValueDialog(dialogs, texts);
    this.decisions = new DecisionPane(texts, dates, new Target());
    this.previews = new PreviewPane(texts);
    this.root = fxml.load(this);
  }

  /** The view's root. */
  public Parent root() {
    return root;
  }

  /** What stands beside the plan. */
  public Node decisions() {
    return decisions;
  }

  /** Puts the focus on the button that moves the draft, or on the list. */
  public void focus() {
    focusWanted = true;
    Node target = move.isVisible() && !move.isDisabled() ? move : rows;
    target.requestFocus();
  }

  @FXML
  void initialize() {
    BooleanBinding withBase =
        baseColumn.selectedProperty().and(Narrow.of(rows, counts, ROOM).not());
    SelectedRow.keepInSight(rows);
    PlanList.install(rows, texts, new Actions(), withBase);
    PlanMenu.install(rows, model, texts, this::perform);
    withBase.subscribe(shown -> columns.getChildren().setAll(PlanList.columns(texts, shown)));
    bar.getChildren().add(countBar);
    preview.getChildren().add(previews);
    rows.getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          decisions.follow(row);
          model.lookAt(row);
        });
    model.details().subscribe(previews::show);
    leave.setOnAction(event -> navigator.closeRebase());
    submit.setOnAction(event -> navigator.openSubmit());
    move.setOnAction(event -> model.move());
    undo.setOnAction(event -> model.undo());
    undo.disableProperty().bind(model.undoable().not());
    next.setOnAction(event -> goToOpen(1));
    BulkMenu.install(several, texts, rows, model);
    var first = Deed.REBASE_1.cap(rows);
    var last = Deed.REBASE_7.cap(rows);
    hints.add(
        Bindings.createStringBinding(
            () -> first.getValue() + "\u2013" + last.getValue(), first, last),
        texts.get("rebase.hint.digits"));
    hints.add(Deed.REBASE_0.cap(rows), texts.get("rebase.hint.reset"));
    hints.add(Deed.REBASE_NEXT.cap(rows), texts.get("rebase.hint.next"));
    hints.add(Deed.REBASE_OPEN.cap(rows), texts.get("rebase.hint.open"));
    Label done = new Label();
    done.textProperty().bind(model.done());
    hints.getChildren().add(done);
    plan.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    model.standing().subscribe(this::show);
  }

  private void press(KeyEvent event) {
    Deed.of(Context.REBASE, plan.getScene(), event)
        .filter(ON_PAGE::contains)
        .ifPresent(deed -> {
          perform(deed);
          event.consume();
        });
  }

  /** Does what a key would do. */
  void perform(Deed deed) {
    switch (deed) {
      case REBASE_NEXT -> goToOpen(1);
      case REBASE_PREVIOUS -> goToOpen(-1);
      case REBASE_UNDO -> model.undo();
      case REBASE_REDO -> model.redo();
      case REBASE_MOVE -> model.move();
      case REBASE_BASE -> baseColumn.fire();
      default -> PlanList.perform(rows, deed, new Actions());
    }
  }

  /** Selects the next row that is still open, round the end of the list. */
  private void goToOpen(int direction) {
    int size = rows.getItems().size();
    int from = Math.max(0, rows.getSelectionModel().getSelectedIndex());
    IntStream.rangeClosed(1, size)
        .map(step -> Math.floorMod(from + direction * step, size))
        .filter(at -> rows.getItems().get(at).isOpen())
        .findFirst()
        .ifPresent(this::select);
  }

  private void select(int at) {
    rows.getSelectionModel().clearAndSelect(at);
    rows.getFocusModel().focus(at);
    rows.scrollTo(Math.max(0, at - 2));
    rows.requestFocus();
  }

  private void show(RebaseStanding standing) {
    boolean wasHidden = !plan.isVisible();
    plan.setVisible(standing instanceof RebaseStanding.Moved);
    if (wasHidden && plan.isVisible() && focusWanted) {
      // What is hidden cannot take the focus, so it is asked for again.
      FxThread.later(this::focus);
    }
    empty.setVisible(!plan.isVisible());
    if (!plan.isVisible()) {
      decisions.clear();
    }
    switch (standing) {
      case RebaseStanding.Moved moved -> show(moved);
      case RebaseStanding.Looking looking ->
          empty.getChildren().setAll(new Label(texts.get("rebase.looking")));
      case RebaseStanding.NoDraft none ->
          empty
              .getChildren()
              .setAll(
                  new EmptyState(
                      Glyph.BRANCH,
                      texts.get("review.nodraft.title"),
                      texts.get("rebase.nodraft.text")));
      case RebaseStanding.UpToDate now ->
          empty
              .getChildren()
              .setAll(
                  new EmptyState(
                      Glyph.DONE,
                      texts.get("rebase.uptodate.title"),
                      texts.get(
                          "rebase.uptodate.text",
                          now.draftTitle(),
                          dates.day(now.base().committedAt()),
                          now.base().shortCommit())));
    }
  }

  private void show(RebaseStanding.Moved moved) {
    String onto = moved.forecast().onto().shortCommit();
    PlanLayout layout = moved.plan();
    heading.setText(texts.get("rebase.heading", moved.draftTitle(), onto));
    about.setText(
        texts.get(
            "rebase.about",
            moved.forecast().upstreamChanges(),
            dates.day(moved.base().committedAt()),
            moved.base().shortCommit(),
            texts.get(layout.clean() ? "rebase.advice.clean" : "rebase.advice.open")));
    counts.setText(texts.get("rebase.counts", layout.automatic(), layout.decided(), layout.left()));
    move.setText(
        layout.clean()
            ? texts.get("rebase.move", onto)
            : texts.get("rebase.finish.left", layout.left()));
    move.disableProperty().unbind();
    if (layout.clean()) {
      move.disableProperty().bind(model.moving());
    } else {
      move.setDisable(true);
    }
    show(submit, !layout.clean());
    show(next, !layout.clean());
    show(several, !layout.clean());
    countBar.show(layout);
    decisions.show(layout, moved.forecast().commits());
    previews.show(moved.forecast().plan());
    all = layout.rows();
    showRows(listed());
  }

  /** All rows, or those that merge for the reason that was asked for. */
  private List<PlanRow> listed() {
    @Nullable Reason wanted = reason;
    only.setVisible(wanted != null);
    only.setManaged(wanted != null);
    if (wanted == null) {
      return all;
    }
    Label what = new Label(texts.get("rebase.only", texts.get("rebase.merged." + lower(wanted))));
    Button whole = new Button(texts.get("rebase.only.all"));
    whole.setOnAction(event -> list(null));
    only.getChildren().setAll(what, whole);
    return PlanLayout.merging(all, wanted);
  }

  private void list(@Nullable Reason wanted) {
    reason = wanted;
    showRows(listed());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private final class Target implements DecisionPane.Target {
    @Override
    public void goTo(PlanRow row) {
      if (reason != null) {
        list(null);
      }
      IntStream.range(0, rows.getItems().size())
          .filter(at -> rows.getItems().get(at).isSameAs(row))
          .findFirst()
          .ifPresent(at -> {
            rows.getSelectionModel().clearAndSelect(at);
            rows.getFocusModel().focus(at);
            rows.scrollTo(Math.max(0, at - 2));
          });
    }

    @Override
    public void list(@Nullable Reason wanted) {
      RebaseView.this.list(wanted);
      if (wanted == null) {
        IntStream.range(0, rows.getItems().size())
            .filter(at ->
                rows.getItems().get(at) instanceof PlanRow.Section section
                    && section.part() == PlanRow.Part.AUTOMATIC)
            .findFirst()
            .ifPresent(rows::scrollTo);
      }
    }
  }

  /** The selection stays on its row; one that was decided hands it to the next that is open. */
  private void showRows(List<PlanRow> next) {
    @Nullable PlanRow selected = rows.getSelectionModel().getSelectedItem();
    boolean focused = rows.isFocused();
    boolean wasOpen = selected != null && selected.isOpen();
    rows.getItems().setAll(next);
    OptionalInt same =
        selected == null
            ? firstOpen(next)
            : IntStream.range(0, next.size())
                .filter(at -> next.get(at).isSameAs(selected))
                .findFirst();
    int at = same.orElse(firstOpen(next).orElse(0));
    if (next.isEmpty()) {
      return;
    }
    rows.getSelectionModel().clearAndSelect(at);
    rows.getFocusModel().focus(at);
    if (wasOpen && !next.get(at).isOpen()) {
      goToOpen(1);
    }
    if (focused) {
      rows.requestFocus();
    }
  }

  private static OptionalInt firstOpen(List<PlanRow> rows) {
    return IntStream.range(0, rows.size()).filter(at -> rows.get(at).isOpen()).findFirst();
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private final class Actions implements PlanActions {
    @Override
    public void take(PlanRow row, Way way) {
      if (row instanceof PlanRow.Field field && way.kind() == Choice.Kind.CUSTOM) {
        ownValue.ask(field, value -> decide(field, field.merge(), new Choice.Custom(value)));
      } else if (row instanceof PlanRow.Field field) {
        decide(field, field.merge(), Choice.of(way.kind()));
      } else if (row instanceof PlanRow.Entity entity) {
        decide(entity, entity.merge(), Choice.of(way.kind()));
      }
    }

    private void decide(PlanRow row, EntityMerge merge, Choice choice) {
      Place place = row.place();
      if (place != null) {
        model.decide(merge, place, choice);
      }
      rows.requestFocus();
    }

    @Override
    public void take(Resolution way) {
      model.decide(way);
      rows.requestFocus();
    }

    @Override
    public void reset(PlanRow row) {
      Place place = row.place();
      if (place != null) {
        model.reset(place);
      }
      rows.requestFocus();
    }

    @Override
    public void open(EntityKey key) {
      navigator.openEntity(key);
    }
  }
}
