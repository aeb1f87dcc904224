package org.ontodraft.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.network.SystemProxies;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.account.ProxyAccounts;
import org.ontodraft.app.service.settings.Account;
import org.ontodraft.app.service.settings.ServerSettings;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.AccountParts;
import org.ontodraft.app.ui.common.FxThread;
import org.ontodraft.app.ui.common.Fxml;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.testing.Accessibility;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.app.ui.testing.Until;

/** Pictures of the settings, and their names for screen readers. */
@ExtendWith(FxTest.class)
class SettingsPicturesTest {
  private static final Origin HOUSE = Origin.of("https", "git.example.org", 0);

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private final TaskRunner tasks =
      new TaskRunner(
          FxThread::run,
          failure -> {
            throw new AssertionError(failure.cause());
          });

  @SuppressWarnings("NullAway.Init")
  private AccountParts parts;

  @BeforeEach
  void start() {
    parts = new AccountParts(folder);
  }

  @AfterEach
  void stop() {
    parts.close();
    tasks.close();
  }

  @Test
  void settings() {
    SettingsService file = parts.settings();
    ServerSettings servers = new ServerSettings(file, parts.secrets());
    servers.keepToken(HOUSE, Secret.of("gho_1"));
    servers.nameApi(HOUSE, "https://git.example.org/api/v3");
    file.update(now ->
        now.withConnections(all ->
            all.withAccount(
                HOUSE,
                new Account(
                    "ada",
                    List.of("repo", "read:org"),
                    Optional.of(Instant.parse("2027-01-31T00:00:00Z")),
                    Account.Way.TOKEN,
                    CLOCK.instant()))));
    servers.add(Origin.of("http", "127.0.0.1", 3000));
    Screenshots.take("settings", 780, 760, () -> page(file, servers));
    assertThat(Path.of("target", "screenshots", "settings-light-100.png")).isNotEmptyFile();
    assertThat(onFx(() -> Accessibility.unnamed(page(file, servers)))).isEmpty();
  }

  private ProxyAccounts proxy() {
    ProxyAccounts proxy =
        new ProxyAccounts(
            new SystemProxies(
                Map.of("https_proxy", "http://proxy.example.org:3128"), Optional.empty()),
            parts.secrets());
    try (Secret password = Secret.of("not shown")) {
      proxy.keep(Origin.of("http", "proxy.example.org", 3128), "ada", password);
    }
    return proxy;
  }

  private Parent page(SettingsService file, ServerSettings servers) {
    Texts texts = Texts.load();
    SettingsViewModel viewModel =
        new SettingsViewModel(servers, file, tasks, texts, HOUSE, FxThread::run);
    AccountViewModel account =
        new AccountViewModel(parts.signIns(), tasks, new AccountTexts(texts, CLOCK), FxThread::run);
    Parent content =
        new Fxml(texts)
            .load(
                new SettingsView(
                    viewModel,
                    account,
                    new ConnectionView(
                        new ConnectionViewModel(file, proxy(), tasks, texts),
                        () -> {},
                        Optional::empty),
                    Optional.empty(),
                    page -> {},
                    texts));
    Until.nested(account.standing().isNotNull(), shown -> shown);
    Until.nested(viewModel.selected().isNotNull(), shown -> shown);
    viewModel.api().set("http://git.example.org/api/v3");
    viewModel.saveApi();
    StackPane page = new StackPane(content);
    page.setStyle("-fx-padding: 1.385em; -fx-background-color: -color-bg-default");
    return page;
  }
}
