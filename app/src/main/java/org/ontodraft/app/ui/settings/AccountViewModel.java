package org.ontodraft.app.ui.settings;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.DeviceCode;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.account.AccountStanding;
import org.ontodraft.app.service.account.SignIns;
import org.ontodraft.app.service.settings.Account;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.RunningTask;
import org.ontodraft.app.task.TaskRunner;

/** Who a person is at the server that is shown, and the ways to change it. FX thread. */
final class AccountViewModel implements AutoCloseable {
  private final SignIns signIns;
  private final TaskRunner tasks;
  private final AccountTexts words;
  private final Executor fx;
  private final ReadOnlyObjectWrapper<@Nullable AccountStanding> standing =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable DeviceCode> code = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final StringProperty client = new SimpleStringProperty("");
  private final BooleanProperty asksGit = new SimpleBooleanProperty();
  private @Nullable Origin server;
  private @Nullable RunningTask signingIn;
  private boolean accepted;
  private boolean refused;
  private Runnable changed = () -> {};

  AccountViewModel(SignIns signIns, TaskRunner tasks, AccountTexts words, Executor fx) {
    this.signIns = signIns;
    this.tasks = tasks;
    this.words = words;
    this.fx = fx;
    asksGit.subscribe((before, now) -> chooseGit(now));
  }

  /** What is known of the server; null before it was read. */
  ReadOnlyObjectProperty<@Nullable AccountStanding> standing() {
    return standing.getReadOnlyProperty();
  }

  /** The code to type while a sign-in waits for its person. */
  ReadOnlyObjectProperty<@Nullable DeviceCode> code() {
    return code.getReadOnlyProperty();
  }

  /** Whether a token is there that the server, if it was asked, has taken. */
  boolean signedIn() {
    AccountStanding shown = standing.get();
    return accepted || (shown != null && shown.token().isPresent() && !refused);
  }

  /** What was done, or why not, in sentences. */
  ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /** What the sign-in waits for. */
  ReadOnlyStringProperty waiting() {
    return waiting.getReadOnlyProperty();
  }

  /** Whether the forge is being asked. */
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** The client id of the server, as it is typed. */
  StringProperty client() {
    return client;
  }

  /** Whether Git may be asked for the password of the server. */
  BooleanProperty asksGit() {
    return asksGit;
  }

  /** The words for what is known. */
  AccountTexts words() {
    return words;
  }

  /** Told when a token came or went. */
  void onChanged(Runnable listener) {
    changed = listener;
  }

  /** Shows another server. */
  void show(Origin other) {
    if (!other.equals(server)) {
      said.set("");
    }
    server = other;
    read();
  }

  private void read() {
    Origin shown = server;
    if (shown != null) {
      tasks.latest(
          "account",
          BackgroundTask.of("account", progress -> signIns.standing(shown))
              .onSuccess(found -> {
                if (shown.equals(server)) {
                  take(found);
                }
              }));
    }
  }

  private void take(AccountStanding found) {
    standing.set(found);
    client.set(found.client());
    asksGit.set(found.asksGit());
  }

  /** Asks the forge who the token stands for; does nothing where it cannot be asked. */
  void check() {
    AccountStanding shown = standing.get();
    Origin asked = server;
    if (asked != null && (shown == null || shown.kind().isPresent())) {
      ask("account.asking", () -> signIns.check(asked));
    }
  }

  private void chooseGit(boolean ask) {
    AccountStanding shown = standing.get();
    Origin asked = server;
    if (asked == null || shown == null || shown.asksGit() == ask) {
      return;
    }
    if (ask) {
      ask("account.git.asking", () -> signIns.askGit(asked));
    } else {
      signOut();
    }
  }

  private interface Question {
    Outcome<Account> ask();
  }

  private void ask(String sentence, Question question) {
    Origin asked = Objects.requireNonNull(server);
    busy.set(true);
    said.set(words.get(sentence, SettingsViewModel.nameOf(asked)));
    tasks.inOrder(
        "settings",
        BackgroundTask.of("ask account", progress -> question.ask())
            .onSuccess(outcome -> answered(asked, outcome))
            .onEnd(() -> busy.set(false)));
  }

  private void answered(Origin asked, Outcome<Account> outcome) {
    accepted = outcome instanceof Outcome.Done<Account>;
    refused = !accepted;
    switch (outcome) {
      case Outcome.Done<Account> done ->
          said.set(words.get("account.is", done.value().user(), SettingsViewModel.nameOf(asked)));
      case Outcome.Refused<Account> refused -> said.set(words.sentence(refused.refusal()));
    }
    read();
    changed.run();
  }

  /** Forgets the token of the server. */
  void signOut() {
    Origin asked = server;
    if (asked == null) {
      return;
    }
    Optional<URI> page = Optional.ofNullable(standing.get()).flatMap(AccountStanding::revocation);
    tasks.inOrder(
        "settings",
        BackgroundTask.of(
                "sign out",
                progress -> {
                  signIns.signOut(asked);
                  return asked;
                })
            .onSuccess(gone -> {
              accepted = false;
              said.set(words.signedOut(SettingsViewModel.nameOf(gone), page));
              read();
              changed.run();
            }));
  }

  /** Keeps the client id that was typed. */
  void saveClient() {
    AccountStanding shown = standing.get();
    Origin asked = server;
    String typed = client.get().strip();
    if (asked == null || shown == null || shown.client().equals(typed)) {
      return;
    }
    tasks.inOrder(
        "settings",
        BackgroundTask.of(
                "client",
                progress -> {
                  signIns.nameClient(asked, typed);
                  return typed;
                })
            .onSuccess(kept -> read()));
  }

  /** Asks for a code and waits for the person; {@link #code} shows it. */
  void signIn() {
    Origin asked = server;
    if (asked == null || signingIn != null) {
      return;
    }
    busy.set(true);
    said.set(words.get("account.browser.asking", SettingsViewModel.nameOf(asked)));
    signingIn =
        tasks.start(
            BackgroundTask.of("sign in", progress -> signIns.begin(asked))
                .onSuccess(this::begun)
                .onEnd(() -> {
                  busy.set(false);
                  if (code.get() == null) {
                    signingIn = null;
                  }
                }));
  }

  private void begun(Outcome<DeviceCode> outcome) {
    switch (outcome) {
      case Outcome.Refused<DeviceCode> refused -> said.set(words.sentence(refused.refusal()));
      case Outcome.Done<DeviceCode> done -> {
        DeviceCode asked = done.value();
        said.set("");
        waiting.set(words.get("account.browser.waiting"));
        code.set(asked);
        signingIn =
            tasks.start(
                BackgroundTask.of(
                        "await sign-in",
                        progress ->
                            signIns.await(
                                asked, progress, away -> fx.execute(() -> waits(asked, away))))
                    .onSuccess(ended -> answered(asked.server(), ended))
                    .onEnd(() -> {
                      if (asked.equals(code.get())) {
                        code.set(null);
                        signingIn = null;
                      }
                    }));
      }
    }
  }

  private void waits(DeviceCode asked, boolean away) {
    if (asked.equals(code.get())) {
      waiting.set(words.get(away ? "account.browser.away" : "account.browser.waiting"));
    }
  }

  /** Gives the sign-in up. The code stays good for nothing but this program's question. */
  void cancelSignIn() {
    RunningTask running = signingIn;
    if (running != null) {
      running.cancel();
      signingIn = null;
      code.set(null);
      said.set(words.get("account.browser.cancelled"));
    }
  }

  /** What stands in the way of a sign-in through the browser, in a sentence; empty for nothing. */
  String hindrance() {
    AccountStanding shown = standing.get();
    return shown == null ? "" : words.hindrance(shown);
  }

  /** What is known, line by line. */
  List<String> lines() {
    AccountStanding shown = standing.get();
    return shown == null ? List.of() : words.lines(shown);
  }

  @Override
  public void close() {
    cancelSignIn();
  }
}
