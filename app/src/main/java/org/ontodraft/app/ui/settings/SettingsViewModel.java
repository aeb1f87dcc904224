package org.ontodraft.app.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore.Kept;
import org.ontodraft.app.service.settings.Server;
import org.ontodraft.app.service.settings.ServerAddress;
import org.ontodraft.app.service.settings.ServerAddress.Parsed;
import org.ontodraft.app.service.settings.ServerSettings;
import org.ontodraft.app.service.settings.Settings;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.state.Subscription;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be set; each change takes effect at once. FX thread. */
final class SettingsViewModel implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsViewModel.class);

  private final ServerSettings servers;
  private final SettingsService settings;
  private final TaskRunner tasks;
  private final Texts texts;
  private final Subscription subscription;

  private final ReadOnlyObjectWrapper<ThemeChoice> theme = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper fontPercent = new ReadOnlyIntegerWrapper();
  private final ObservableList<ServerRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable ServerRow> selected = new ReadOnlyObjectWrapper<>();
  private final StringProperty address = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper addressProblem = new ReadOnlyStringWrapper("");
  private final StringProperty api = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper apiProblem = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private @Nullable Origin wanted;

  /**
   * The settings as they are.
   *
   * @param first the server to show first; null for the first of the list
   * @param fx where settings that changed elsewhere are taken up: the FX thread
   */
  SettingsViewModel(
      ServerSettings servers,
      SettingsService settings,
      TaskRunner tasks,
      Texts texts,
      @Nullable Origin first,
      Executor fx) {
    this.servers = servers;
    this.settings = settings;
    this.tasks = tasks;
    this.texts = texts;
    this.wanted = first;
    take(settings.settings().get());
    subscription = settings.settings().follow(now -> fx.execute(() -> take(now)));
    address.subscribe((before, now) -> addressProblem.set(""));
    api.subscribe((before, now) -> apiProblem.set(""));
    list("");
  }

  private void take(Settings now) {
    theme.set(now.theme());
    fontPercent.set(now.fontPercent());
  }

  /** Light, dark or as the desktop has it. */
  ReadOnlyObjectProperty<ThemeChoice> theme() {
    return theme.getReadOnlyProperty();
  }

  /** The size of everything. */
  ReadOnlyIntegerProperty fontPercent() {
    return fontPercent.getReadOnlyProperty();
  }

  /** The servers, by name. */
  ObservableList<ServerRow> rows() {
    return rows;
  }

  /** The server whose token and address are shown; null until the list is there. */
  ReadOnlyObjectProperty<@Nullable ServerRow> selected() {
    return selected.getReadOnlyProperty();
  }

  /** The server to add, as it is typed. */
  StringProperty address() {
    return address;
  }

  /** Why it cannot be added; empty while nothing is wrong. */
  ReadOnlyStringProperty addressProblem() {
    return addressProblem.getReadOnlyProperty();
  }

  /** The API address of the selected server, as it is typed. */
  StringProperty api() {
    return api;
  }

  /** Why it cannot be used; empty while nothing is wrong. */
  ReadOnlyStringProperty apiProblem() {
    return apiProblem.getReadOnlyProperty();
  }

  /** What was done last, in a sentence. */
  ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  void chooseTheme(ThemeChoice choice) {
    if (choice != theme.get()) {
      change(now -> now.withTheme(choice));
    }
  }

  /** Makes everything larger or smaller by so many steps; 0 for the usual size. */
  void changeFont(int steps) {
    change(now -> now.withFontSteps(steps));
  }

  private void change(UnaryOperator<Settings> edit) {
    run(
        () -> {
          settings.update(edit);
          return true;
        },
        done -> {});
  }

  /** Shows another server. */
  void select(ServerRow row) {
    ServerRow before = selected.get();
    selected.set(row);
    if (before == null || !before.server().origin().equals(row.server().origin())) {
      said.set("");
    }
    if (before == null || !before.server().equals(row.server())) {
      api.set(row.server().api());
    }
  }

  /**
   * Adds the server that was typed and shows it.
   *
   * @param then done once it is shown
   */
  void add(Runnable then) {
    switch (ServerAddress.server(address.get())) {
      case Parsed.Refused refused -> addressProblem.set(words(refused.problem()));
      case Parsed.Accepted accepted -> {
        wanted = accepted.origin();
        address.set("");
        run(
            () -> {
              servers.add(accepted.origin());
              return accepted.origin();
            },
            origin -> list(texts.get("settings.server.added", nameOf(origin)), then));
      }
    }
  }

  /**
   * Keeps a token for the selected server.
   *
   * @param token as it was typed; a blank one does nothing
   * @param then done once it is kept
   */
  void keepToken(String token, Runnable then) {
    ServerRow row = selected.get();
    if (row == null || token.isBlank()) {
      return;
    }
    run(
        () -> {
          try (Secret secret = Secret.of(token.strip())) {
            return servers.keepToken(row.server().origin(), secret);
          }
        },
        kept -> {
          list(
              texts.get(
                  kept == Kept.SESSION_ONLY
                      ? "settings.token.kept.session"
                      : "settings.token.kept.keychain",
                  row.name()));
          then.run();
        });
  }

  /** Reads the servers anew, since a token came or went. */
  void refresh() {
    list("");
  }

  /**
   * Takes the selected server off the list, with its token and its address.
   *
   * @param then done once another one is shown
   */
  void removeServer(Runnable then) {
    onSelected(servers::remove, "settings.server.removed", then);
  }

  /** Keeps the API address that was typed, if it is another one and can be used. */
  void saveApi() {
    ServerRow row = selected.get();
    if (row == null || api.get().strip().equals(row.server().api())) {
      return;
    }
    String typed = api.get().strip();
    if (typed.isEmpty()) {
      nameApi(row, "", "settings.api.removed");
    } else {
      switch (ServerAddress.api(typed)) {
        case Parsed.Refused refused -> apiProblem.set(words(refused.problem()));
        case Parsed.Accepted accepted -> nameApi(row, accepted.text(), "settings.api.saved");
      }
    }
  }

  private void nameApi(ServerRow row, String text, String done) {
    run(
        () -> {
          servers.nameApi(row.server().origin(), text);
          return true;
        },
        named -> list(texts.get(done, row.name())));
  }

  /** Something that is done to one server. */
  private interface Step {
    void take(Origin origin);
  }

  private void onSelected(Step step, String done, Runnable then) {
    ServerRow row = selected.get();
    if (row != null) {
      run(
          () -> {
            step.take(row.server().origin());
            return true;
          },
          taken -> list(texts.get(done, row.name()), then));
    }
  }

  private String words(ServerAddress.Problem problem) {
    return texts.get("settings.problem." + problem.name().toLowerCase(Locale.ROOT));
  }

  private void list(String sentence) {
    list(sentence, () -> {});
  }

  /**
   * Reads the servers anew.
   *
   * @param sentence what was done, to say with them
   */
  private void list(String sentence, Runnable then) {
    Origin first = wanted;
    run(
        () -> {
          List<Server> listed = servers.list();
          boolean missing =
              first != null && listed.stream().noneMatch(one -> one.origin().equals(first));
          return missing
              ? Stream.concat(
                      Stream.of(servers.server(Objects.requireNonNull(first))), listed.stream())
                  .toList()
              : listed;
        },
        listed -> {
          show(listed, sentence);
          then.run();
        });
  }

  private void show(List<Server> listed, String sentence) {
    ServerRow before = selected.get();
    Origin keep = wanted != null || before == null ? wanted : before.server().origin();
    wanted = null;
    rows.setAll(listed.stream().map(this::row).toList());
    Optional<ServerRow> same =
        rows.stream().filter(row -> row.server().origin().equals(keep)).findFirst();
    select(same.orElseGet(rows::getFirst));
    said.set(sentence);
  }

  private ServerRow row(Server server) {
    String token =
        server
            .user()
            .map(user -> texts.get("settings.server.user", user))
            .orElseGet(() -> token(texts, server.token()));
    return new ServerRow(server, nameOf(server.origin()), token);
  }

  /** Where a token is. */
  static String token(Texts texts, Optional<Kept> token) {
    return texts.get(
        "settings.token." + token.map(kept -> kept.name().toLowerCase(Locale.ROOT)).orElse("none"));
  }

  /** The address without {@code https://}, which is the rule. */
  static String nameOf(Origin origin) {
    return origin.toString().replaceFirst("^https://", "");
  }

  /** What is done in the background. */
  private interface Work<T> {
    T run();
  }

  private <T> void run(Work<T> work, Consumer<T> then) {
    tasks.inOrder(
        "settings",
        BackgroundTask.<T>of("settings", progress -> work.run())
            .onSuccess(then)
            .onFailure(this::failed));
  }

  private void failed(Exception failure) {
    LOG.warn("SET-04 a setting could not be changed", failure);
    said.set(texts.get("settings.failed", String.valueOf(failure.getMessage())));
  }

  @Override
  public void close() {
    subscription.close();
  }
}
