package org.ontodraft.app.ui.draft;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Context;
import org.ontodraft.app.ui.common.Deed;
import org.ontodraft.app.ui.common.DeedMenu;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.Navigator;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.EmptyState;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.refactor.StepRemoval;

/** The steps of a draft in a list: Enter goes to the entity, Delete takes the step back. */
final class StepsView extends VBox {
  private static final int NAMED = 12;

  private final StepsViewModel viewModel;
  private final Texts texts;
  private final Navigator navigator;
  private final Dialogs dialogs;
  private final ListView<StepRow> list = new ListView<>();

  StepsView(StepsViewModel viewModel, Texts texts, Navigator navigator, Dialogs dialogs) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.navigator = navigator;
    this.dialogs = dialogs;
    getStyleClass().add("steps");
    list.setId("steps-list");
    list.setItems(viewModel.rows());
    list.setAccessibleText(texts.get("steps.title"));
    list.setAccessibleHelp(texts.get("steps.help"));
    list.setCellFactory(view -> new StepCell(texts));
    list.setPlaceholder(
        new EmptyState(Glyph.HISTORY, texts.get("steps.none.title"), texts.get("steps.none.text")));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    DeedMenu menu =
        new DeedMenu(
            texts,
            deed -> {
              StepRow row = list.getSelectionModel().getSelectedItem();
              return row != null && !(deed == Deed.STEPS_TAKE_BACK && row.undone());
            },
            this::perform);
    list.setContextMenu(menu.menu(list, List.of(Deed.STEPS_OPEN, Deed.STEPS_TAKE_BACK)));
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        open();
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(head(), list);
  }

  private HBox head() {
    Label title = new Label(texts.get("steps.title"));
    title.getStyleClass().add("heading-text");
    title.setLabelFor(list);
    title.setMinWidth(Region.USE_PREF_SIZE);
    Label about = new Label(texts.get("steps.about"));
    about.getStyleClass().add("muted-text");
    about.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button open = new Button(texts.get("steps.open"));
    open.setOnAction(event -> open());
    Button takeBack = new Button(texts.get("steps.take"), new Icon(Glyph.UNDO, "small-icon"));
    takeBack.setId("steps-take-back");
    takeBack.setOnAction(event -> takeBack());
    var selected = list.getSelectionModel().selectedItemProperty();
    open.disableProperty().bind(selected.isNull());
    takeBack
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> selected.get() == null || selected.get().undone(), selected));
    for (Button button : List.of(open, takeBack)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox head = new HBox(title, about, space, open, takeBack);
    head.getStyleClass().add("steps-head");
    return head;
  }

  private void pressed(KeyEvent event) {
    Deed.of(Context.DRAFT_HISTORY, list.getScene(), event)
        .ifPresent(deed -> {
          perform(deed);
          event.consume();
        });
  }

  /** Does to the selected step what a key would do. */
  void perform(Deed deed) {
    if (deed == Deed.STEPS_OPEN) {
      open();
    } else if (deed == Deed.STEPS_TAKE_BACK) {
      takeBack();
    }
  }

  private void open() {
    StepRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      navigator.openEntity(row.key());
    }
  }

  private void takeBack() {
    StepRow row = list.getSelectionModel().getSelectedItem();
    if (row != null && !row.undone()) {
      viewModel.ask(row, this::confirm);
    }
  }

  private void confirm(StepRow row, StepRemoval.Possible possible) {
    List<DraftStep> others = possible.dependents(row.step());
    String named =
        others.stream()
            .limit(NAMED)
            .map(step -> "\u2022 " + viewModel.label(step))
            .collect(Collectors.joining("\n"));
    String text =
        others.isEmpty()
            ? texts.get("steps.ask.alone", row.label(), row.time())
            : texts.get("steps.ask.others", row.label(), row.time(), others.size(), named)
                + (others.size() > NAMED ? texts.get("steps.ask.more", others.size() - NAMED) : "");
    String renamed =
        possible.renames().stream()
            .map(back -> texts.get("steps.ask.renamed", back.from().key(), back.to().key()))
            .collect(Collectors.joining());
    dialogs.confirm(
        texts.get("steps.ask.title"),
        text + renamed,
        texts.get("steps.ask.do", others.size() + 1),
        () -> viewModel.takeBack(row.step(), possible));
  }

  /** Puts the focus into the list. */
  void focusList() {
    list.requestFocus();
    if (list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  /** A step: shape of its entity's type, what it did, when. */
  private static final class StepCell extends ListCell<StepRow> {
    private final Texts texts;
    private final Icon icon = new Icon(Glyph.CATEGORY);
    private final Label label = new Label();
    private final Label time = new Label();
    private final HBox line;

    StepCell(Texts texts) {
      this.texts = texts;
      label.setMinWidth(0);
      time.getStyleClass().addAll("small-text", "muted-text");
      time.setMinWidth(Region.USE_PREF_SIZE);
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      line = new HBox(icon, label, space, time);
      line.getStyleClass().add("step-line");
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable StepRow item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      icon.show(Glyph.of(item.key().type()));
      label.setText(item.undone() ? texts.get("steps.undone", item.label()) : item.label());
      label.getStyleClass().remove("muted-text");
      if (item.undone()) {
        label.getStyleClass().add("muted-text");
      }
      time.setText(item.time());
      setAccessibleText(texts.get("steps.spoken", label.getText(), item.time()));
      setGraphic(line);
    }
  }
}
