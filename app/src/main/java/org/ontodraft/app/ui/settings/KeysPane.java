package org.ontodraft.app.ui.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Action;
import org.ontodraft.app.ui.common.ActionRegistry;
import org.ontodraft.app.ui.common.KeyMap;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.KeyCap;

/**
 * Every action and its keys, to be searched and changed: Enter, then the new keys. Each change
 * takes effect at once.
 */
public final class KeysPane extends VBox {
  private final ActionRegistry actions;
  private final Texts texts;
  private final Map<String, String> chosen;
  private final Consumer<Map<String, String>> save;
  private final TextField search = new TextField();
  private final ListView<String> list = new ListView<>();
  private final Label said = new Label();
  private final Button press = new Button();
  private final Button take = new Button();
  private boolean listening;
  private @Nullable KeyCombination wanted;

  /**
   * Over the keys of these actions.
   *
   * @param chosen what a person chose so far, by action
   * @param save keeps what is chosen
   */
  public KeysPane(
      ActionRegistry actions,
      Texts texts,
      Map<String, String> chosen,
      Consumer<Map<String, String>> save) {
    this.actions = actions;
    this.texts = texts;
    this.chosen = new HashMap<>(chosen);
    this.save = save;
    getStyleClass().add("settings");
    search.setId("keys-search");
    search.setPromptText(texts.get("keys.search"));
    search.setAccessibleText(texts.get("keys.search"));
    search.textProperty().subscribe(typed -> showFitting());
    list.setId("keys-list");
    list.setAccessibleText(texts.get("keys.list"));
    list.setAccessibleHelp(texts.get("keys.help"));
    list.setCellFactory(view -> new KeyCell());
    list.getSelectionModel().selectedItemProperty().subscribe(id -> stopListening());
    VBox.setVgrow(list, Priority.ALWAYS);
    said.setId("keys-said");
    said.setWrapText(true);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    getChildren().addAll(search, list, said, buttons());
  }

  private FlowPane buttons() {
    press.setId("keys-press");
    press.setText(texts.get("keys.press"));
    press.setOnAction(event -> listen());
    take.setId("keys-take");
    take.setVisible(false);
    take.setManaged(false);
    take.setOnAction(event -> takeOver());
    Button none = new Button(texts.get("keys.none"));
    none.setOnAction(event -> selected().ifPresent(id -> choose(id, "")));
    Button usual = new Button(texts.get("keys.usual"));
    usual.setOnAction(event -> selected().ifPresent(this::usual));
    Button all = new Button(texts.get("keys.usual.all"));
    all.setOnAction(event -> usualForAll());
    FlowPane buttons = new FlowPane(8, 8, press, take, none, usual, all);
    buttons.getStyleClass().add("keys-buttons");
    return buttons;
  }

  /** What gets the focus first. */
  public TextField search() {
    return search;
  }

  private Optional<String> selected() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  private void showFitting() {
    String typed = search.getText().strip().toLowerCase(Locale.ROOT);
    String before = list.getSelectionModel().getSelectedItem();
    list.getItems()
        .setAll(
            actions.all().stream()
                .map(Action::id)
                .filter(id -> words(id).toLowerCase(Locale.ROOT).contains(typed))
                .toList());
    if (before != null && list.getItems().contains(before)) {
      list.getSelectionModel().select(before);
    } else {
      list.getSelectionModel().selectFirst();
    }
  }

  private String words(String id) {
    return actions.name(id) + " " + keys(id);
  }

  private String keys(String id) {
    return actions.keys().keys(id).stream()
        .map(KeyCombination::getDisplayText)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void listen() {
    listening = true;
    said.setText(selected().map(id -> texts.get("keys.listening", actions.name(id))).orElse(""));
    list.requestFocus();
  }

  private void stopListening() {
    listening = false;
    wanted = null;
    take.setVisible(false);
    take.setManaged(false);
    said.setText("");
  }

  private void pressed(KeyEvent event) {
    if (!listening) {
      if (event.getCode() == KeyCode.ENTER && list.isFocused()) {
        listen();
        event.consume();
      } else if (event.getCode() == KeyCode.DOWN && search.isFocused()) {
        list.requestFocus();
        event.consume();
      }
      return;
    }
    event.consume();
    if (event.getCode() == KeyCode.ESCAPE) {
      stopListening();
    } else if (!event.getCode().isModifierKey() && event.getCode() != KeyCode.UNDEFINED) {
      selected().ifPresent(id -> want(id, combination(event)));
    }
  }

  private static KeyCombination combination(KeyEvent event) {
    // Shortcut is Ctrl, or Cmd, where the other of them stands for itself.
    boolean shortcut = event.isShortcutDown();
    boolean shortcutIsControl = shortcut && event.isControlDown();
    return new KeyCodeCombination(
        event.getCode(),
        modifier(event.isShiftDown()),
        modifier(event.isControlDown() && !shortcutIsControl),
        modifier(event.isAltDown()),
        modifier(event.isMetaDown() && (!shortcut || shortcutIsControl)),
        modifier(shortcut));
  }

  private static ModifierValue modifier(boolean down) {
    return down ? ModifierValue.DOWN : ModifierValue.UP;
  }

  private void want(String id, KeyCombination key) {
    listening = false;
    Optional<KeyMap.Clash> clash = actions.keys().clash(id, key);
    if (clash.isEmpty()) {
      choose(id, key.getName());
      return;
    }
    switch (clash.get()) {
      case KeyMap.Clash.Taken(String other) -> {
        wanted = key;
        said.setText(texts.get("keys.taken", key.getDisplayText(), actions.name(other)));
        take.setText(texts.get("keys.take", actions.name(other)));
        take.setVisible(true);
        take.setManaged(true);
      }
      case KeyMap.Clash.OfText ofText ->
          said.setText(texts.get("keys.oftext", key.getDisplayText()));
      case KeyMap.Clash.Plain plain -> said.setText(texts.get("keys.plain", key.getDisplayText()));
    }
  }

  /** The other action loses the key, whether it was its usual one or a chosen one. */
  private void takeOver() {
    KeyCombination key = wanted;
    Optional<String> id = selected();
    if (key == null || id.isEmpty()) {
      return;
    }
    if (actions.keys().clash(id.get(), key).orElse(null)
        instanceof KeyMap.Clash.Taken(String other)) {
      chosen.put(other, "");
    }
    choose(id.get(), key.getName());
  }

  private void choose(String id, String key) {
    chosen.put(id, key);
    follow();
    said.setText(
        key.isEmpty()
            ? texts.get("keys.said.none", actions.name(id))
            : texts.get("keys.said", actions.name(id), keys(id)));
  }

  private void usual(String id) {
    chosen.remove(id);
    follow();
    said.setText(texts.get("keys.said", actions.name(id), keys(id)));
  }

  private void usualForAll() {
    chosen.clear();
    follow();
    said.setText(texts.get("keys.said.all"));
  }

  private void follow() {
    stopListening();
    List<KeyMap.Ignored> ignored = actions.keys().follow(Map.copyOf(chosen));
    ignored.forEach(entry -> chosen.remove(entry.id()));
    save.accept(Map.copyOf(chosen));
    list.refresh();
  }

  /** An action, its keys, and whether they are other than usual. */
  private final class KeyCell extends ListCell<String> {
    private final Label name = new Label();
    private final Label changed = new Label(texts.get("keys.changed"));
    private final KeyCap cap = new KeyCap("");
    private final HBox line;

    private KeyCell() {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      changed.getStyleClass().addAll("small-text", "muted-text");
      line = new HBox(name, space, changed, cap);
      line.getStyleClass().add("settings-line");
    }

    @Override
    protected void updateItem(@Nullable String id, boolean empty) {
      super.updateItem(id, empty);
      if (empty || id == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      name.setText(actions.name(id));
      changed.setVisible(actions.keys().changed(id));
      cap.setText(keys(id));
      cap.setVisible(!cap.getText().isEmpty());
      setAccessibleText(actions.name(id) + ", " + keys(id));
      setGraphic(line);
    }
  }
}
