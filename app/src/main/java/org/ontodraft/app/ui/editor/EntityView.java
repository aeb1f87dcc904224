package org.ontodraft.app.ui.editor;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Dates;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Gradually;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.common.Narrow;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.SegmentedControl;
import org.ontodraft.app.ui.editor.EntityViewModel.Face;
import org.ontodraft.app.ui.editor.EntityViewModel.Mode;
import org.ontodraft.model.entity.EntityKey;

/** The panel of one entity: header, form and tables. */
public final class EntityView {
  /** How wide the page is, in heights of its small text, for the head to stand on one line. */
  private static final double ROOM = 51;

  private final EntityViewModel viewModel;
  private final EditorTexts texts;
  private final ErrorPresenter errors;
  private final Dates dates;
  private final EditingKeys keys;
  private final Parent root;
  private final RawPane raw;
  private final SegmentedControl<Face> faces;
  private final Gradually tablesMade = new Gradually(1);
  private @Nullable FieldRows rows;
  private @Nullable EntityHead entityHead;
  private @Nullable FieldJump jump;
  private @Nullable ItemTablePane table;
  private @Nullable Node state;

  /** What outlives the panel, so that the panel must let go of it. */
  private Subscription ofWindow = Subscription.EMPTY;

  @FXML private VBox top;
  @FXML private StackPane stack;
  @FXML private ScrollPane scroll;
  @FXML private BorderPane pane;
  @FXML private StackPane typeIcon;
  @FXML private VBox head;
  @FXML private VBox nameLine;
  @FXML private BorderPane names;
  @FXML private FlowPane deeds;
  @FXML private FlowPane titleLine;
  @FXML private Label title;
  @FXML private FlowPane facts;
  @FXML private Label saved;
  @FXML private Button compare;
  @FXML private MenuButton more;
  @FXML private Label refusal;
  @FXML private Label tooLarge;
  @FXML private HBox face;
  @FXML private VBox form;
  @FXML private VBox tables;
  @FXML private VBox rest;

  /**
   * The panel.
   *
   * @param undo takes back the draft's newest edit
   * @param redo brings it again
   */
  public EntityView(
      EntityViewModel viewModel,
      Texts texts,
      ErrorPresenter errors,
      Dates dates,
      Runnable undo,
      Runnable redo,
      Fxml fxml) {
    this.viewModel = viewModel;
    this.texts = new EditorTexts(texts, errors);
    this.errors = errors;
    this.dates = dates;
    this.keys = new EditingKeys(undo, redo, viewModel::wantsToEdit);
    this.raw = new RawPane(viewModel, this.texts, keys);
    this.faces =
        new SegmentedControl<>(
            texts.get("editor.face"),
            List.of(Face.values()),
            shown -> texts.get("editor.face." + shown.name().toLowerCase(Locale.ROOT)));
    this.root = fxml.load(this);
  }

  @FXML
  private void initialize() {
    EntityKey key = viewModel.key();
    top.getChildren().setAll(new EntityBanner(viewModel, texts));
    typeIcon.getChildren().setAll(new Icon(Glyph.of(key.type()), "strong-icon", "large-icon"));
    compare.setGraphic(new Icon(Glyph.CHANGES));
    more.setGraphic(new Icon(Glyph.MORE));
    more.setAccessibleText(texts.get("editor.more"));
    Hint.say(more, texts.get("editor.more"));
    pane.addEventFilter(KeyEvent.KEY_PRESSED, this::editKey);
    Narrow.of(pane, saved, ROOM).subscribe(this::arrangeHead);
    face.getChildren().setAll(faces);
    faces.setId("face");
    faces.value().subscribe(viewModel::show);
    viewModel.face().subscribe(this::showFace);
    raw.setVisible(false);
    stack.getChildren().add(raw);
    entityHead = new EntityHead(viewModel, texts, title, titleLine, facts, more);
    rows = new FieldRows(viewModel, texts, keys, form, rest);
    jump = new FieldJump(viewModel, new Panel(), scroll);
    viewModel.content().subscribe(this::showContent);
    viewModel.mode().subscribe(this::showMode);
    viewModel.upstream().subscribe(merge -> head().showTitle(viewModel.content().get()));
    viewModel.encounters().subscribe(met -> head().showTitle(viewModel.content().get()));
    viewModel
        .refusal()
        .subscribe(found -> {
          refusal.setText(found == null ? "" : texts.refusal(errors.notice(found)));
          show(refusal, found != null);
        });
    viewModel.tables().addListener((ListChangeListener<ItemTableViewModel>) change -> showTables());
    ofWindow =
        Subscription.combine(
            viewModel.edits().savedAt().subscribe(now -> showSaved()),
            viewModel.edits().underWay().subscribe(now -> showSaved()));
    viewModel.unsaved().subscribe(now -> showSaved());
    showTables();
  }

  /** The panel's node. */
  public Parent root() {
    return root;
  }

  /** Puts the focus into the first field that can be edited, or at the panel's first control. */
  public void focus() {
    if (jump().go()) {
      return;
    }
    if (viewModel.face().get() == Face.RAW) {
      raw.focusText();
      return;
    }
    if (!fieldRows().focus("label")) {
      more.requestFocus();
    }
  }

  /** Puts the focus to a place of the entity, once it was read. */
  void goTo(String pointer) {
    jump().to(pointer);
  }

  private FieldJump jump() {
    return Objects.requireNonNull(jump);
  }

  /** What a jump goes to. */
  private final class Panel implements FieldJump.Panel {
    @Override
    public boolean focusField(String name) {
      return fieldRows().focus(name);
    }

    @Override
    public boolean focusItem(String list, String item) {
      Optional<ItemTablePane> holder =
          tablePanes().stream().filter(pane -> pane.holds(list)).findFirst();
      holder.ifPresent(pane -> pane.goTo(item));
      return holder.isPresent();
    }

    @Override
    public void focusText(String pointer) {
      raw.goTo(pointer);
    }
  }

  /** Does in the table that had the focus last, or else in the first, what a key would do. */
  void perform(Deed deed) {
    viewModel.show(Face.FORM);
    List<ItemTablePane> panes = tablePanes();
    ItemTablePane last = table;
    if (last != null && panes.contains(last)) {
      last.perform(deed);
    } else {
      panes.stream().findFirst().ifPresent(first -> first.perform(deed));
    }
  }

  private List<ItemTablePane> tablePanes() {
    tablesMade.finish();
    return tables.getChildren().stream().map(ItemTablePane.class::cast).toList();
  }

  /** Lets go of what outlives the panel. */
  void close() {
    ofWindow.unsubscribe();
    fieldRows().close();
    tablesMade.stop();
    raw.close();
  }

  @FXML
  private void compare() {
    viewModel.compare();
  }

  /** Where name and buttons do not fit beside each other, the buttons stand below. */
  private void arrangeHead(boolean narrow) {
    names.setRight(null);
    head.getChildren().remove(deeds);
    deeds.getStyleClass().remove("below");
    if (narrow) {
      deeds.getStyleClass().add("below");
      head.getChildren().add(head.getChildren().indexOf(nameLine) + 1, deeds);
    } else {
      names.setRight(deeds);
    }
  }

  private void editKey(KeyEvent event) {
    if (event.getCode() == KeyCode.F2 && viewModel.mode().get() == Mode.READING) {
      viewModel.startDraft();
      event.consume();
    }
  }

  private void showContent(@Nullable EntityContent content) {
    if (content == null) {
      return;
    }
    fieldRows().showAllowed();
    tooLarge.setText(whyTextOnly(content));
    show(tooLarge, content.textOnly());
    head().show(content);
    FxThread.later(jump()::go);
  }

  private String whyTextOnly(EntityContent content) {
    if (content.tooManyFields()) {
      return texts.get("editor.raw.too-many", content.fields().size(), EntityContent.MOST_FIELDS);
    }
    return content.textOnly()
        ? texts.get(
            "editor.raw.conditions",
            content.key().type().folder(),
            String.join(", ", content.conditions()))
        : "";
  }

  private void showMode(Mode mode) {
    if (state != null) {
      stack.getChildren().remove(state);
      state = null;
    }
    Node instead =
        switch (mode) {
          case ABSENT ->
              new EmptyState(
                  Glyph.of(viewModel.key().type()),
                  texts.get("editor.absent.title"),
                  texts.get("editor.absent.text", viewModel.key()));
          case UNREADABLE ->
              new EmptyState(
                  Glyph.ERROR,
                  texts.get("editor.unreadable.title"),
                  texts.get("editor.unreadable.text", viewModel.key()));
          case LOADING, EDITING, READING, DRAFT_CLOSED, DELETED -> null;
        };
    showFace(viewModel.face().get());
    show(compare, mode == Mode.EDITING || mode == Mode.DELETED || mode == Mode.DRAFT_CLOSED);
    if (instead != null) {
      stack.getChildren().add(instead);
      state = instead;
    }
    EntityContent content = viewModel.content().get();
    if (content != null) {
      head().showMenu(content);
    }
    showSaved();
  }

  private void showFace(Face shown) {
    faces.value().set(shown);
    boolean there =
        switch (viewModel.mode().get()) {
          case LOADING, ABSENT, UNREADABLE -> false;
          case EDITING, READING, DRAFT_CLOSED, DELETED -> true;
        };
    boolean text = shown == Face.RAW && viewModel.mode().get() != Mode.DELETED;
    show(face, there && viewModel.mode().get() != Mode.DELETED);
    scroll.setVisible(there && !text);
    raw.setVisible(there && text);
  }

  private EntityHead head() {
    return Objects.requireNonNull(entityHead);
  }

  private FieldRows fieldRows() {
    return Objects.requireNonNull(rows);
  }

  private void showTables() {
    tables.getChildren().clear();
    show(tables, !viewModel.tables().isEmpty());
    tablesMade.make(
        0,
        viewModel.tables().stream()
            .<Runnable>map(each -> () -> tables.getChildren().add(pane(each)))
            .toList());
  }

  private ItemTablePane pane(ItemTableViewModel shown) {
    ItemTablePane pane = new ItemTablePane(shown, texts);
    pane.focusedList()
        .subscribe(now -> {
          if (now) {
            table = pane;
          }
        });
    return pane;
  }

  private void showSaved() {
    Instant at = viewModel.edits().savedAt().get();
    String text = "";
    if (viewModel.edits().underWay().get() > 0) {
      text = texts.get("editor.saving");
    } else if (viewModel.unsaved().get()) {
      text = texts.get("editor.unsaved");
    } else if (at != null && viewModel.mode().get() == Mode.EDITING) {
      text = texts.get("editor.saved", dates.seconds(at));
    }
    saved.setText(text);
    show(saved, !text.isEmpty());
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
