package org.ontodraft.app.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.exchange.DraftsMoved;
import org.ontodraft.app.service.exchange.MovableDraft;
import org.ontodraft.app.service.store.DatabaseCheck;
import org.ontodraft.app.service.store.SharedDatabase.Tls;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.ProgressStrip;
import org.ontodraft.app.ui.control.SegmentedControl;
import org.ontodraft.app.ui.settings.StoreSwitchViewModel.Result;

/** The form for a database on a server. FX thread. */
@SuppressWarnings("NullAway.Init")
final class DatabaseView {
  private final DatabaseViewModel viewModel;
  private final Texts texts;
  private final Dialogs dialogs;
  private final ErrorPresenter words;

  @FXML private Label place;
  @FXML private VBox form;
  @FXML private StackPane movingSlot;
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
    keepThere.setOnAction(event -> offer(this::askThere));
    keepHere.setOnAction(event -> offer(this::askHere));
    ProgressStrip strip = new ProgressStrip(texts, viewModel.switching()::cancel);
    viewModel.switching().progress().subscribe(strip::show);
    movingSlot.getChildren().setAll(strip);
    movingSlot.visibleProperty().bind(viewModel.switching().moving());
    movingSlot.managedProperty().bind(viewModel.switching().moving());
    form.disableProperty().bind(viewModel.switching().moving());
    viewModel.moved().subscribe(this::tell);
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

  /** Asks with the drafts at hand; without a server that answers they stay where they are. */
  private void offer(Consumer<Optional<List<MovableDraft>>> ask) {
    viewModel
        .switching()
        .offer(offered ->
            ask.accept(
                offered instanceof Outcome.Done<List<MovableDraft>>(List<MovableDraft> drafts)
                    ? Optional.of(drafts)
                    : Optional.empty()));
  }

  private void askThere(Optional<List<MovableDraft>> drafts) {
    ask(
        "database.there",
        texts.get("database.there.text", viewModel.typed().name()),
        drafts,
        chosen -> {
          String typed = password.getText();
          password.clear();
          viewModel.keepThere(typed, chosen);
        });
  }

  private void askHere(Optional<List<MovableDraft>> drafts) {
    ask("database.here", texts.get("database.here.text"), drafts, viewModel::keepHere);
  }

  private void ask(
      String key,
      String about,
      Optional<List<MovableDraft>> drafts,
      Consumer<List<MovableDraft>> run) {
    String then =
        drafts.isEmpty()
            ? texts.get("database.drafts.away")
            : drafts.get().isEmpty() ? texts.get("database.drafts.none") : "";
    DraftsAlong along =
        new DraftsAlong(texts, (about + " " + then).strip(), drafts.orElse(List.of()));
    dialogs.form(
        texts.get(key + ".title"),
        along,
        texts.get(key + ".do"),
        new ReadOnlyBooleanWrapper(true),
        along.first(),
        () -> run.accept(along.chosen()));
  }

  private void tell(@Nullable Result result) {
    switch (result) {
      case null -> say(null, "", "");
      case Result.Stopped _ ->
          say(Glyph.INFO, texts.get("database.stopped"), texts.get("database.stopped.next"));
      case Result.Refused(Refusal why) -> {
        Notice notice = words.notice(why);
        say(
            Glyph.ERROR,
            notice.title() + ". " + notice.text() + " (" + notice.code() + ")",
            (notice.safe() + " " + notice.next()).strip());
      }
      case Result.Moved(DraftsMoved drafts) ->
          say(
              drafts.complete() ? Glyph.DONE : Glyph.WARNING,
              texts.get("database.moved", drafts.moved().size()),
              left(drafts));
    }
  }

  private String left(DraftsMoved drafts) {
    List<String> lines = new ArrayList<>();
    for (DraftsMoved.Stayed stayed : drafts.stayed()) {
      Notice why = words.notice(stayed.why());
      lines.add(
          texts.get(
              "database.stayed",
              stayed.title(),
              why.title() + " (" + why.code() + ")",
              why.next()));
    }
    drafts.doubled().forEach(title -> lines.add(texts.get("database.doubled", title)));
    return String.join("\n", lines);
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
