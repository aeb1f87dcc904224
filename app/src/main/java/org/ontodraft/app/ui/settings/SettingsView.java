package org.ontodraft.app.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.WebPages;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.SegmentedControl;

/** The settings: the servers with their accounts and API addresses, and appearance. */
final class SettingsView {
  private final SettingsViewModel viewModel;
  private final AccountViewModel accountModel;
  private final AccountView account;
  private final ConnectionView connectionView;
  private final Texts texts;
  private final Optional<Parent> databasePane;
  private boolean showing;

  /** The parts of the settings. */
  enum Section {
    ACCOUNTS,
    CONNECTION,
    DATABASE,
    APPEARANCE
  }

  @FXML private StackPane sectionSlot;
  @FXML private VBox accounts;
  @FXML private VBox connection;
  @FXML private ScrollPane database;
  @FXML private VBox appearance;
  @FXML private StackPane themeSlot;
  @FXML private Button smaller;
  @FXML private Label fontPercent;
  @FXML private Button larger;
  @FXML private Button usual;
  @FXML private ListView<ServerRow> servers;
  @FXML private TextField address;
  @FXML private Button add;
  @FXML private Label addressProblem;
  @FXML private VBox detail;
  @FXML private Label serverName;
  @FXML private StackPane accountSlot;
  @FXML private TextField api;
  @FXML private Label apiProblem;
  @FXML private Button remove;
  @FXML private Label said;

  SettingsView(
      SettingsViewModel viewModel,
      AccountViewModel accountModel,
      ConnectionView connectionView,
      Optional<Parent> databasePane,
      WebPages pages,
      Texts texts) {
    this.connectionView = connectionView;
    this.databasePane = databasePane;
    this.viewModel = viewModel;
    this.accountModel = accountModel;
    this.account =
        new AccountView(
            accountModel, pages, typed -> viewModel.keepToken(typed, accountModel::check));
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    initializeSections();
    initializeAppearance();
    accountSlot.getChildren().setAll(new Fxml(texts).load(account));
    connection.getChildren().setAll(new Fxml(texts).load(connectionView));
    Label none = new Label(texts.get("settings.database.none"));
    none.setWrapText(true);
    none.getStyleClass().add("muted-text");
    // A large text leaves less room than the form needs, and the dialog is as high as the screen.
    StackPane form = new StackPane(databasePane.<Node>map(pane -> pane).orElse(none));
    form.getStyleClass().add("settings-scrolled");
    database.setContent(form);
    accountModel.onChanged(viewModel::refresh);
    initializeServers();
    initializeDetail();
    said.textProperty().bind(viewModel.said());
  }

  private void initializeSections() {
    SegmentedControl<Section> sections =
        new SegmentedControl<>(
            texts.get("settings.sections"),
            List.of(Section.values()),
            section -> texts.get("settings.section." + section.name().toLowerCase(Locale.ROOT)));
    sections
        .value()
        .subscribe((before, now) -> {
          present(accounts, now == Section.ACCOUNTS);
          present(connection, now == Section.CONNECTION);
          present(database, now == Section.DATABASE);
          present(appearance, now == Section.APPEARANCE);
        });
    sections.value().set(Section.ACCOUNTS);
    present(connection, false);
    present(database, false);
    present(appearance, false);
    sectionSlot.getChildren().setAll(sections);
  }

  private static void present(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void initializeAppearance() {
    SegmentedControl<ThemeChoice> theme =
        new SegmentedControl<>(
            texts.get("settings.theme"),
            List.of(ThemeChoice.values()),
            choice ->
                texts.get("theme." + choice.name().toLowerCase(Locale.ROOT)).replace("_", ""));
    viewModel.theme().subscribe(theme.value()::set);
    theme.value().subscribe((before, now) -> viewModel.chooseTheme(now));
    themeSlot.getChildren().setAll(theme);
    fontPercent
        .textProperty()
        .bind(viewModel.fontPercent().map(percent -> texts.get("settings.font.percent", percent)));
    smaller.setOnAction(event -> viewModel.changeFont(-1));
    larger.setOnAction(event -> viewModel.changeFont(1));
    usual.setOnAction(event -> viewModel.changeFont(0));
  }

  private void initializeServers() {
    servers.setItems(viewModel.rows());
    servers.setCellFactory(list -> new ServerCell());
    servers
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          if (row != null && !showing) {
            account.clear();
            viewModel.select(row);
          }
        });
    viewModel.selected().subscribe(this::show);
    address.textProperty().bindBidirectional(viewModel.address());
    address.setOnAction(event -> add());
    add.setOnAction(event -> add());
    add.disableProperty().bind(address.textProperty().map(String::isBlank));
    problem(addressProblem, viewModel.addressProblem());
  }

  /** What is entered next for a server is its token, which must not be typed as an address. */
  private void add() {
    viewModel.add(() -> account.tokenField().requestFocus());
  }

  private void initializeDetail() {
    api.textProperty().bindBidirectional(viewModel.api());
    api.setOnAction(event -> viewModel.saveApi());
    api.focusedProperty()
        .subscribe((before, now) -> {
          if (!now) {
            viewModel.saveApi();
          }
        });
    problem(apiProblem, viewModel.apiProblem());
    // Away from the button: the same key once more would remove the next server.
    remove.setOnAction(event -> viewModel.removeServer(servers::requestFocus));
  }

  private static void problem(Label label, ReadOnlyStringProperty words) {
    label.setGraphic(new Icon(Glyph.ERROR, "small-icon", "strong-icon"));
    label.textProperty().bind(words);
    label.visibleProperty().bind(words.isNotEmpty());
    label.managedProperty().bind(words.isNotEmpty());
  }

  private void show(@Nullable ServerRow row) {
    detail.setDisable(row == null);
    if (row == null) {
      return;
    }
    showing = true;
    servers.getSelectionModel().select(row);
    showing = false;
    serverName.setText(row.name());
    accountModel.show(row.server().origin());
    api.setPromptText(
        row.server().origin().host().equals("github.com")
            ? texts.get("settings.api.known")
            : row.server().origin() + "/api/v3");
    remove.setVisible(row.server().removable());
    remove.setManaged(row.server().removable());
  }

  /** Keeps what was typed as an address; the dialog is going. */
  void leave() {
    account.leave();
    viewModel.saveApi();
  }

  /** Where work begins: at the token of a server that was asked for, else at the top. */
  void focus(boolean atServer) {
    Node first = atServer ? account.tokenField() : servers;
    first.requestFocus();
  }
}
