package org.ontodraft.app.ui.settings;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore.Kept;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.account.ProxyAccounts;
import org.ontodraft.app.service.account.SignIns;
import org.ontodraft.app.service.settings.ServerSettings;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.NoticeBoard;
import org.ontodraft.app.ui.common.ServerAccess;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.WebPages;

/** Shows the settings, and asks for tokens. FX thread. */
public final class SettingsDialogs implements ServerAccess {
  private final ServerSettings servers;
  private final SignIns signIns;
  private final ProxyAccounts proxies;
  private final SettingsService settings;
  private final TaskRunner tasks;
  private final Dialogs dialogs;
  private final Texts texts;
  private final WebPages pages;
  private final ErrorPresenter errors;
  private final Executor fx;
  private Supplier<Optional<DatabaseDialog.Pane>> database = Optional::empty;

  /**
   * Dialogs of a window.
   *
   * @param pages shows pages of forges
   * @param board where it is said that a token is kept in memory only
   * @param fx runs on the FX thread
   */
  public SettingsDialogs(
      ServerSettings servers,
      SignIns signIns,
      ProxyAccounts proxies,
      SettingsService settings,
      TaskRunner tasks,
      Dialogs dialogs,
      Texts texts,
      WebPages pages,
      NoticeBoard board,
      Executor fx) {
    this.servers = servers;
    this.signIns = signIns;
    this.proxies = proxies;
    this.pages = pages;
    this.settings = settings;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.texts = texts;
    this.errors = new ErrorPresenter(texts, board);
    this.fx = fx;
  }

  /**
   * Gives the settings the pane of the open ontology's database as a section.
   *
   * @param workspace the one that is open, if any
   * @param reopen opens it again, after another place was chosen
   */
  public void offerDatabase(
      DatabaseDialog panes, Supplier<Optional<Workspace>> workspace, Consumer<Workspace> reopen) {
    database = () -> workspace.get().map(open -> panes.pane(open, () -> reopen.accept(open)));
  }

  /** Shows the settings. */
  public void showSettings() {
    show(null);
  }

  @Override
  public void showSettings(Origin server) {
    show(server);
  }

  private void show(@Nullable Origin server) {
    SettingsViewModel viewModel =
        new SettingsViewModel(servers, settings, tasks, texts, server, fx);
    AccountViewModel account = account();
    Optional<DatabaseDialog.Pane> kept = database.get();
    SettingsView view =
        new SettingsView(
            viewModel, account, connection(), kept.map(DatabaseDialog.Pane::content), pages, texts);
    Parent content = new Fxml(texts).load(view);
    dialogs.show(
        texts.get("settings.title"),
        content,
        () -> {
          view.leave();
          kept.ifPresent(pane -> pane.leave().run());
          account.close();
          viewModel.close();
        });
    view.focus(server != null);
  }

  private AccountViewModel account() {
    return new AccountViewModel(
        signIns, tasks, new AccountTexts(texts, Clock.systemDefaultZone()), fx);
  }

  private ConnectionView connection() {
    ConnectionViewModel viewModel = new ConnectionViewModel(settings, proxies, tasks, texts);
    return new ConnectionView(
        viewModel,
        () -> proxyDialog().show(ConnectionViewModel.USUAL, false, viewModel::showProxy),
        () ->
            dialogs
                .files()
                .file(
                    texts.get("connection.authorities"),
                    texts.get("connection.authorities.filter"),
                    List.of("*.pem", "*.crt", "*.cer")));
  }

  @Override
  public void askToken(Origin server, boolean refused, Runnable then) {
    Label about =
        new Label(
            texts.get(
                refused ? "settings.ask.refused" : "settings.ask.missing",
                SettingsViewModel.nameOf(server)));
    about.setWrapText(true);
    PasswordField token = new PasswordField();
    token.setId("token-asked");
    Label label = new Label(texts.get("settings.ask.token"));
    label.getStyleClass().add("medium-text");
    label.setLabelFor(token);
    token.setAccessibleText(texts.get("settings.token.for", SettingsViewModel.nameOf(server)));
    VBox field = new VBox(label, token);
    field.getStyleClass().add("labelled");
    Label where = new Label(texts.get("settings.token.where"));
    where.setWrapText(true);
    where.getStyleClass().addAll("small-text", "muted-text");
    Button other = new Button(texts.get("settings.ask.other"));
    other.setId("other-ways");
    VBox form = new VBox(about, field, where, other);
    form.getStyleClass().add("dialog-body");
    Runnable[] away = {() -> {}};
    other.setOnAction(event -> {
      away[0].run();
      signIn(server, then);
    });
    away[0] =
        dialogs.staying(
            texts.get("settings.ask.title", SettingsViewModel.nameOf(server)),
            form,
            texts.get("settings.ask.do"),
            Bindings.createBooleanBinding(() -> !token.getText().isBlank(), token.textProperty()),
            token,
            () -> {
              String typed = token.getText();
              token.clear();
              away[0].run();
              keep(server, typed, then);
            },
            () -> away[0].run());
  }

  @Override
  public void signInAtProxy(String address, Runnable then) {
    proxyDialog().show(address, true, then);
  }

  private ProxyDialog proxyDialog() {
    return new ProxyDialog(proxies, tasks, dialogs, texts, errors);
  }

  @Override
  public void signIn(Origin server, Runnable then) {
    AccountViewModel account = account();
    AccountView view =
        new AccountView(
            account,
            pages,
            typed ->
                keep(
                    server,
                    typed,
                    () -> {
                      account.show(server);
                      account.check();
                    }));
    Parent content = new Fxml(texts).load(view);
    account.show(server);
    dialogs.show(
        texts.get("settings.ask.title", SettingsViewModel.nameOf(server)),
        content,
        () -> {
          view.leave();
          account.close();
          if (account.signedIn()) {
            then.run();
          }
        });
    view.tokenField().requestFocus();
  }

  private void keep(Origin server, String typed, Runnable then) {
    tasks.inOrder(
        "settings",
        BackgroundTask.of(
                "keep token",
                progress -> {
                  try (Secret secret = Secret.of(typed.strip())) {
                    return servers.keepToken(server, secret);
                  }
                })
            .onSuccess(kept -> {
              then.run();
              if (kept == Kept.SESSION_ONLY) {
                errors.showLasting(Refusal.of("TOKEN-01"));
              }
            }));
  }
}
