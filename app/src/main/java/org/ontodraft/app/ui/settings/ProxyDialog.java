package org.ontodraft.app.ui.settings;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.ontodraft.app.network.SystemProxies;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.account.ProxyAccounts;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Texts;

/** Asks who one is at a proxy. FX thread. */
final class ProxyDialog {
  private final ProxyAccounts proxies;
  private final TaskRunner tasks;
  private final Dialogs dialogs;
  private final Texts texts;
  private final ErrorPresenter errors;

  ProxyDialog(
      ProxyAccounts proxies,
      TaskRunner tasks,
      Dialogs dialogs,
      Texts texts,
      ErrorPresenter errors) {
    this.proxies = proxies;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.texts = texts;
    this.errors = errors;
  }

  /**
   * Asks for the proxy that leads to an address; without one there is nothing to ask.
   *
   * @param refused whether the proxy refused what is known, if anything is
   * @param then what to do once it is kept
   */
  void show(String address, boolean refused, Runnable then) {
    // Who leads there may be a question to the operating system.
    tasks.latest(
        "proxy-of",
        BackgroundTask.of(
                "proxy",
                progress ->
                    proxies
                        .proxyOf(SystemProxies.target(address))
                        .map(at -> new Asking(at, proxies.userAt(at), refused)))
            .onSuccess(proxy ->
                proxy.ifPresentOrElse(
                    at -> ask(at, then), () -> errors.show(Refusal.of("PROXY-03", address)))));
  }

  /**
   * What is asked.
   *
   * @param user who one is as far as is known
   */
  private record Asking(Origin proxy, Optional<String> user, boolean refused) {
    /** The text that says so. */
    String text() {
      return refused && user.isPresent() ? "proxy.ask.refused" : "proxy.ask.text";
    }
  }

  private void ask(Asking asking, Runnable then) {
    Label about = new Label(texts.get(asking.text(), asking.proxy()));
    about.setId("proxy-about");
    about.setWrapText(true);
    TextField user = new TextField(asking.user().orElse(""));
    user.setId("proxy-user");
    PasswordField password = new PasswordField();
    password.setId("proxy-password");
    Label where = new Label(texts.get("proxy.ask.where"));
    where.setWrapText(true);
    where.getStyleClass().addAll("small-text", "muted-text");
    VBox form =
        new VBox(
            about,
            labelled("proxy.ask.user", user),
            labelled("proxy.ask.password", password),
            where);
    form.getStyleClass().add("dialog-body");
    Runnable[] away = {() -> {}};
    away[0] =
        dialogs.staying(
            texts.get("proxy.ask.title"),
            form,
            texts.get("proxy.ask.do"),
            Bindings.createBooleanBinding(
                () -> !user.getText().isBlank() && !user.getText().contains(":"),
                user.textProperty()),
            asking.user().isEmpty() ? user : password,
            () -> {
              String name = user.getText().strip();
              String typed = password.getText();
              password.clear();
              away[0].run();
              keep(asking.proxy(), name, typed, then);
            },
            () -> away[0].run());
  }

  private VBox labelled(String key, TextField field) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().add("medium-text");
    label.setLabelFor(field);
    field.setAccessibleText(texts.get(key));
    VBox both = new VBox(label, field);
    both.getStyleClass().add("labelled");
    return both;
  }

  private void keep(Origin proxy, String user, String typed, Runnable then) {
    tasks.inOrder(
        "token",
        BackgroundTask.of(
                "keep sign-in at proxy",
                progress -> {
                  try (Secret password = Secret.of(typed)) {
                    return proxies.keep(proxy, user, password);
                  }
                })
            .onSuccess(kept -> {
              if (kept == SecretStore.Kept.SESSION_ONLY) {
                errors.showLasting(Refusal.of("PROXY-04"));
              }
              then.run();
            }));
  }
}
