package org.ontodraft.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.service.settings.ListedSecretStore;
import org.ontodraft.app.service.settings.ServerSettings;
import org.ontodraft.app.service.settings.SettingsFile;
import org.ontodraft.app.task.TaskRunner;
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

  @TempDir Path folder;
  private final TaskRunner tasks =
      new TaskRunner(
          FxThread::run,
          failure -> {
            throw new AssertionError(failure.cause());
          });

  @AfterEach
  void stop() {
    tasks.close();
  }

  @Test
  void settings() {
    SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
    ServerSettings servers =
        new ServerSettings(file, new ListedSecretStore(new MemorySecretStore(), file));
    servers.keepToken(HOUSE, Secret.of("gho_1"));
    servers.nameApi(HOUSE, "https://git.example.org/api/v3");
    servers.add(Origin.of("http", "127.0.0.1", 3000));
    Screenshots.take("settings", 780, 640, () -> page(file, servers));
    assertThat(Path.of("target", "screenshots", "settings-light-100.png")).isNotEmptyFile();
    assertThat(onFx(() -> Accessibility.unnamed(page(file, servers)))).isEmpty();
  }

  private Parent page(SettingsFile file, ServerSettings servers) {
    Texts texts = Texts.load();
    SettingsViewModel viewModel =
        new SettingsViewModel(servers, file, tasks, texts, HOUSE, FxThread::run);
    Parent content = new Fxml(texts).load(new SettingsView(viewModel, texts));
    Until.nested(viewModel.selected().isNotNull(), shown -> shown);
    viewModel.api().set("http://git.example.org/api/v3");
    viewModel.saveApi();
    StackPane page = new StackPane(content);
    page.setStyle("-fx-padding: 1.385em; -fx-background-color: -color-bg-default");
    return page;
  }
}
