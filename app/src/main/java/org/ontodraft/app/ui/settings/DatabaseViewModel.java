package org.ontodraft.app.ui.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.exchange.DraftsMoved;
import org.ontodraft.app.service.exchange.MovableDraft;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.service.store.DatabaseCheck;
import org.ontodraft.app.service.store.DatabasePasswords;
import org.ontodraft.app.service.store.Databases;
import org.ontodraft.app.service.store.SharedDatabase;
import org.ontodraft.app.service.store.SharedDatabase.Tls;
import org.ontodraft.app.service.workspace.WorkspaceInfo;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.settings.StoreSwitchViewModel.Result;

/** Where the open ontology is kept, and the connection to a database for it. FX thread. */
final class DatabaseViewModel {
  private static final String QUEUE = "database";
  private static final int NO_PORT = -1;
  private static final DraftsMoved NOTHING_MOVED = new DraftsMoved(List.of(), List.of(), List.of());

  private final Parts parts;
  private final WorkspaceInfo workspace;

  private final StringProperty host = new SimpleStringProperty("");
  private final StringProperty port = new SimpleStringProperty("" + SharedDatabase.USUAL_PORT);
  private final StringProperty database = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty certificate = new SimpleStringProperty("");
  private final ObjectProperty<Tls> tls = new SimpleObjectProperty<>(Tls.VERIFY_FULL);
  private final BooleanProperty forSession = new SimpleBooleanProperty(false);
  private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyBooleanWrapper shared = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyObjectWrapper<@Nullable DatabaseCheck> found =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Result> moved = new ReadOnlyObjectWrapper<>();

  /**
   * What it works with.
   *
   * @param reopen opens the workspace again where it is kept then
   */
  record Parts(
      Databases databases,
      DatabasePasswords passwords,
      SettingsService settings,
      TaskRunner tasks,
      StoreSwitchViewModel switching,
      Runnable reopen) {}

  /** With what is kept for the workspace. */
  DatabaseViewModel(Parts parts, WorkspaceInfo workspace) {
    this.parts = parts;
    this.workspace = workspace;
    SharedDatabase now = parts.settings().settings().get().databases().get(workspace.id());
    if (now != null) {
      shared.set(true);
      host.set(now.host());
      port.set("" + now.port());
      database.set(now.database());
      user.set(now.user());
      tls.set(now.tls());
      certificate.set(now.rootCertificate() == null ? "" : now.rootCertificate());
    }
    for (StringProperty field : new StringProperty[] {host, port, database, user, certificate}) {
      field.subscribe((before, typed) -> found.set(null));
    }
    tls.subscribe((before, chosen) -> found.set(null));
  }

  StringProperty host() {
    return host;
  }

  StringProperty port() {
    return port;
  }

  StringProperty database() {
    return database;
  }

  StringProperty user() {
    return user;
  }

  /** A file with the certificates to trust; empty for the system's. */
  StringProperty certificate() {
    return certificate;
  }

  ObjectProperty<Tls> tls() {
    return tls;
  }

  /** Whether the password is to stay out of the keychain. */
  BooleanProperty forSession() {
    return forSession;
  }

  /** Whether a server is being asked. */
  ReadOnlyBooleanProperty asking() {
    return asking.getReadOnlyProperty();
  }

  /** Whether the ontology is kept on a server now. */
  ReadOnlyBooleanProperty shared() {
    return shared.getReadOnlyProperty();
  }

  /** What the last question found; null while nothing was asked about these fields. */
  ReadOnlyObjectProperty<@Nullable DatabaseCheck> found() {
    return found.getReadOnlyProperty();
  }

  /** The fields as they are typed. */
  SharedDatabase typed() {
    String file = certificate.get().strip();
    return new SharedDatabase(
        host.get().strip(),
        number(port.get().strip()),
        database.get().strip(),
        user.get().strip(),
        tls.get(),
        file.isEmpty() ? null : file);
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      return NO_PORT;
    }
  }

  /** Asks the server what is wrong, if anything. */
  void test(String password) {
    ask(password, secret -> parts.databases().check(typed(), secret));
  }

  /** Makes or upgrades the tables. */
  void migrate(String password) {
    ask(password, secret -> parts.databases().migrate(typed(), secret));
  }

  private void ask(String password, Function<Secret, DatabaseCheck> question) {
    SharedDatabase asked = typed();
    asking.set(true);
    parts
        .tasks()
        .inOrder(
            QUEUE,
            BackgroundTask.of(
                    "ask database",
                    progress -> {
                      try (Secret secret = secret(asked, password)) {
                        return question.apply(secret);
                      }
                    })
                .onSuccess(found::set)
                .onEnd(() -> asking.set(false)));
  }

  /** What was typed, else what is kept. */
  private Secret secret(SharedDatabase asked, String password) {
    return password.isEmpty()
        ? parts.passwords().find(asked).orElseGet(() -> Secret.of(""))
        : Secret.of(password);
  }

  /** The way of the drafts. */
  StoreSwitchViewModel switching() {
    return parts.switching();
  }

  /**
   * Keeps the ontology in the database, which was found usable, from now on.
   *
   * @param drafts those that go along
   */
  void keepThere(String password, List<MovableDraft> drafts) {
    SharedDatabase chosen = typed();
    boolean session = forSession.get();
    parts
        .tasks()
        .inOrder(
            QUEUE,
            BackgroundTask.of(
                    "keep password",
                    progress -> {
                      if (!password.isEmpty()) {
                        try (Secret secret = Secret.of(password)) {
                          parts.passwords().keep(chosen, secret, session);
                        }
                      }
                      return chosen;
                    })
                .onSuccess(place -> keep(place, drafts)));
  }

  /**
   * Keeps the ontology on this computer from now on.
   *
   * @param drafts those that go along
   */
  void keepHere(List<MovableDraft> drafts) {
    keep(null, drafts);
  }

  private void keep(@Nullable SharedDatabase place, List<MovableDraft> drafts) {
    moved.set(null);
    if (drafts.isEmpty()) {
      parts
          .tasks()
          .inOrder(
              QUEUE,
              BackgroundTask.of(
                      "choose store",
                      progress -> {
                        settle(place);
                        return new Result.Moved(NOTHING_MOVED);
                      })
                  .onSuccess(done -> end(place, done)));
    } else {
      parts.switching().move(place, drafts, () -> settle(place), done -> end(place, done));
    }
  }

  private void settle(@Nullable SharedDatabase place) {
    parts
        .settings()
        .update(now -> {
          Map<String, SharedDatabase> all = new HashMap<>(now.databases());
          if (place == null) {
            all.remove(workspace.id());
          } else {
            all.put(workspace.id(), place);
          }
          return now.withDatabases(all);
        });
  }

  private void end(@Nullable SharedDatabase place, Result result) {
    moved.set(result);
    if (result instanceof Result.Moved) {
      shared.set(place != null);
      parts.reopen().run();
    }
  }

  /** What came of the last switch; null before one. */
  ReadOnlyObjectProperty<@Nullable Result> moved() {
    return moved.getReadOnlyProperty();
  }

  /** Why the database cannot be used, when it was asked and cannot. */
  Optional<Refusal> refusal() {
    return found.get() instanceof DatabaseCheck.Unusable unusable
        ? Optional.of(unusable.refusal())
        : Optional.empty();
  }
}
