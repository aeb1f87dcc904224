package org.ontodraft.app.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.SecretStore;
import org.ontodraft.app.service.settings.ListedSecretStore;
import org.ontodraft.app.service.settings.ServerSettings;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.service.settings.SettingsFile;
import org.ontodraft.app.task.TaskFailure;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.testing.FxQueue;
import org.ontodraft.app.ui.common.Texts;

class SettingsViewModelTest {
  private static final Origin HOUSE = Origin.of("https", "git.example.org", 0);

  @TempDir Path folder;
  private final FxQueue fx = new FxQueue();
  private final AtomicReference<@Nullable TaskFailure> failure = new AtomicReference<>();
  private final TaskRunner tasks = new TaskRunner(fx, failure::set);
  private final SecretStore secrets = new MemorySecretStore();

  private SettingsViewModel over(Path file, @Nullable Origin first) {
    SettingsFile settings = new SettingsFile(file);
    SettingsViewModel made =
        new SettingsViewModel(
            new ServerSettings(settings, new ListedSecretStore(secrets, settings)),
            settings,
            tasks,
            Texts.load(),
            first,
            fx);
    fx.until("the list", () -> made.selected().get() != null);
    return made;
  }

  private SettingsViewModel over(@Nullable Origin first) {
    return over(folder.resolve("settings.json"), first);
  }

  @AfterEach
  void stop() {
    tasks.close();
    assertThat(failure.get()).isNull();
  }

  private static ServerRow selected(SettingsViewModel settings) {
    ServerRow row = settings.selected().get();
    assertThat(row).isNotNull();
    return row;
  }

  @Test
  void theServerThatWasAskedForIsShownEvenIfItIsNew() {
    try (SettingsViewModel settings = over(HOUSE)) {
      assertThat(selected(settings).name()).isEqualTo("git.example.org");
      assertThat(selected(settings).token()).isEqualTo("No token");
      assertThat(settings.rows()).extracting(ServerRow::name).contains("github.com");
    }
  }

  @Test
  void aTokenIsKeptAndReplacedAndItsLossSeen() {
    try (SettingsViewModel settings = over(HOUSE)) {
      AtomicReference<String> then = new AtomicReference<>("");
      settings.keepToken(" gho_1 ", () -> then.set("asked"));
      fx.until("kept", () -> settings.said().get().contains("is kept until the program closes"));
      assertThat(selected(settings).token()).isEqualTo("Token until the program closes");
      assertThat(secrets.find(HOUSE).orElseThrow().reveal()).isEqualTo("gho_1");

      assertThat(then.get()).isEqualTo("asked");
      settings.keepToken("gho_2", () -> {});
      fx.until("replaced", () -> secrets.find(HOUSE).orElseThrow().reveal().equals("gho_2"));
      settings.keepToken("  ", () -> then.set("blank"));
      assertThat(then.get()).isEqualTo("asked");

      secrets.forget(HOUSE);
      settings.refresh();
      fx.until("gone", () -> selected(settings).token().equals("No token"));
    }
  }

  @Test
  void aServerIsAddedShownAndRemoved() {
    try (SettingsViewModel settings = over((Origin) null)) {
      settings.address().set("http://git.example.org");
      settings.add(() -> {});
      assertThat(settings.addressProblem().get()).contains("use https://");
      settings.address().set("git.example.org");
      assertThat(settings.addressProblem().get()).as("typing goes on").isEmpty();

      settings.add(() -> {});
      fx.until("added", () -> selected(settings).name().equals("git.example.org"));
      assertThat(settings.address().get()).isEmpty();

      settings.removeServer(() -> {});
      fx.until("removed", () -> settings.rows().size() == 1);
      assertThat(selected(settings).name()).isEqualTo("github.com");
    }
  }

  @Test
  void anApiAddressIsCheckedBeforeItIsKept() {
    try (SettingsViewModel settings = over(HOUSE)) {
      settings.api().set("http://git.example.org/api/v3");
      settings.saveApi();
      assertThat(settings.apiProblem().get()).contains("never sent without encryption");

      settings.api().set("https://git.example.org/api/v3/");
      assertThat(settings.apiProblem().get()).isEmpty();
      settings.saveApi();
      fx.until("kept", () -> !settings.said().get().isEmpty());
      assertThat(selected(settings).server().api()).isEqualTo("https://git.example.org/api/v3");
      assertThat(settings.api().get()).isEqualTo("https://git.example.org/api/v3");
    }
    try (SettingsViewModel again = over(HOUSE)) {
      assertThat(again.api().get()).isEqualTo("https://git.example.org/api/v3");
    }
  }

  @Test
  void appearanceTakesEffectAtOnceAndStays() {
    try (SettingsViewModel settings = over((Origin) null)) {
      settings.chooseTheme(ThemeChoice.DARK);
      settings.changeFont(2);
      fx.until("taken up", () -> settings.fontPercent().get() == 120);
      assertThat(settings.theme().get()).isEqualTo(ThemeChoice.DARK);
      for (int i = 0; i < 20; i++) {
        settings.changeFont(1);
      }
      fx.until("the bound", () -> settings.fontPercent().get() == 200);
      settings.changeFont(0);
      fx.until("as usual", () -> settings.fontPercent().get() == 100);
    }
  }

  @Test
  void settingsThatCannotBeWrittenAreSaid() throws Exception {
    // A file stands where the folder of the settings should be.
    Path blocked = Files.writeString(folder.resolve("file"), "x").resolve("settings.json");
    try (SettingsViewModel settings = over(blocked, null)) {
      settings.address().set("git.example.org");
      settings.add(() -> {});
      fx.until("said", () -> settings.said().get().contains("could not be written"));
    }
  }
}
