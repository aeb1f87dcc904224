package org.ontodraft.app.ui.settings;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.store.DatabaseCheck;
import org.ontodraft.app.service.store.SharedDatabase.Tls;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.SegmentedControl;

/** The form for a database on a server. FX thread. */
@SuppressWarnings("NullAway.Init")
final class DatabaseView {
  private final DatabaseViewModel viewModel;
  private final Texts texts;
  private final Dialogs dialogs;
  private final ErrorPresenter words;

  @FXML private Label place;
  @FXML private TextField host;
  @FXML private TextField port;
  @FXML private TextField database;
  @FXML private TextField user;
  @FXML private PasswordField password;
  @FXML private CheckBox forSession;
  @FXML private StackPane tlsSlot;
  @FXML private TextField certificate;
  @FXML private Button test;
  @FXML private Button migrate;
  @FXML private Button keepThere;
  @FXML private Button keepHere;
  @FXML private Label result;
  @FXML private Label next;

  DatabaseView(DatabaseViewModel viewModel, Texts texts, Dialogs dialogs, ErrorPresenter words) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.dialogs = dialogs;
    this.words = words;
  }

  @FXML
  private void initialize() {
    place
        .textProperty()
        .bind(
            Bindings.when(viewModel.shared())
                .then(texts.get("database.place.shared"))
                .otherwise(texts.get("database.place.here")));
    host.textProperty().bindBidirectional(viewModel.host());
    port.textProperty().bindBidirectional(viewModel.port());
    database.textProperty().bindBidirectional(viewModel.database());
    user.textProperty().bindBidirectional(viewModel.user());
    certificate.textProperty().bindBidirectional(viewModel.certificate());
    forSession.selectedProperty().bindBidirectional(viewModel.forSession());
    SegmentedControl<Tls> tls =
        new SegmentedControl<>(
            texts.get("database.tls"),
            List.of(Tls.values()),
            mode -> texts.get("database.tls." + mode.name().toLowerCase(Locale.ROOT)));
    tls.value().bindBidirectional(viewModel.tls());
    tlsSlot.getChildren().setAll(tls);
    test.disableProperty().bind(viewModel.asking());
    test.setOnAction(event -> viewModel.test(password.getText()));
    migrate.setOnAction(event ->
        dialogs.confirm(
            texts.get("database.migrate.title"),
            texts.get("database.migrate.text"),
            texts.get("database.migrate.do"),
            () -> viewModel.migrate(password.getText())));
    keepThere.setOnAction(event ->
        dialogs.confirm(
            texts.get("database.there.title"),
            texts.get("database.there.text", viewModel.typed().name()),
            texts.get("database.there.do"),
            () -> {
              String typed = password.getText();
              password.clear();
              viewModel.keepThere(typed);
            }));
    keepHere.setOnAction(event ->
        dialogs.confirm(
            texts.get("database.here.title"),
            texts.get("database.here.text"),
            texts.get("database.here.do"),
            viewModel::keepHere));
    keepHere.visibleProperty().bind(viewModel.shared());
    keepHere.managedProperty().bind(viewModel.shared());
    viewModel.found().subscribe(this::show);
    viewModel
        .asking()
        .subscribe(asking -> {
          if (asking) {
            say(Glyph.WAITING, texts.get("database.asking"), "");
          }
        });
  }

  private void show(@Nullable DatabaseCheck found) {
    keepThere.setDisable(!(found instanceof DatabaseCheck.Usable));
    boolean mayMigrate = found instanceof DatabaseCheck.Unusable unusable && unusable.mayMigrate();
    migrate.setVisible(mayMigrate);
    migrate.setManaged(mayMigrate);
    switch (found) {
      case null -> say(null, "", "");
      case DatabaseCheck.Usable usable ->
          say(
              Glyph.DONE,
              texts.get(
                  "database.usable",
                  usable.serverVersion(),
                  usable.schema(),
                  usable.role(),
                  usable.latency().toMillis()),
              texts.get("database.usable.next"));
      case DatabaseCheck.Unusable unusable -> {
        Notice notice = words.notice(unusable.refusal());
        say(
            Glyph.ERROR,
            notice.title() + ". " + notice.text() + " (" + notice.code() + ")",
            notice.next());
      }
    }
  }

  private void say(@Nullable Glyph glyph, String what, String then) {
    result.setGraphic(glyph == null ? null : new Icon(glyph, "small-icon", "strong-icon"));
    result.setText(what);
    next.setText(then);
  }

  /** Where work begins. */
  void focus() {
    host.requestFocus();
  }
}
