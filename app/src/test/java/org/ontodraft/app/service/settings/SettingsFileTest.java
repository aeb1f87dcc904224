package org.ontodraft.app.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ontodraft.app.service.settings.Settings.Recent;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.service.settings.Settings.WindowPlace;
import org.ontodraft.app.service.store.SharedDatabase;
import org.ontodraft.app.service.store.SharedDatabase.Tls;
import org.ontodraft.app.service.workspace.OpenRequest;

class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void what_was_changed_is_there_after_a_restart() {
    Path file = folder.resolve("deep").resolve("settings.json");
    Settings chosen =
        new Settings(
            List.of(
                new Recent(new OpenRequest.Sample(), "sample", "", 0, Instant.EPOCH),
                new Recent(
                    new OpenRequest.Folder(Path.of("/a b/c")), "c", "Emails", 3, Instant.EPOCH),
                new Recent(
                    new OpenRequest.Address("https://example.org/x.git"),
                    "x",
                    "",
                    0,
                    Instant.EPOCH)),
            ThemeChoice.DARK,
            150,
            Map.of("git.example.org", "https://git.example.org/api/v3"),
            Set.of("https://git.example.org", "http://127.0.0.1:3000"),
            Map.of(
                "plants-1",
                new SharedDatabase(
                    "db.example.org", 6432, "plants", "ada", Tls.VERIFY_CA, "/etc/root.crt"),
                "plants-2",
                new SharedDatabase("localhost", 5432, "plants", "ada", Tls.DISABLE, null)),
            Map.of("edit.undo", "Shortcut+U", "draft.new", ""),
            Map.of(
                "plants-1",
                new OpenTabs(
                    new OpenTabs.Group(
                        List.of("entity category:Herb", "review"), Set.of("review"), "review"),
                    new OpenTabs.Group(
                        List.of("entity module:Core"), Set.of(), "entity module:Core"),
                    List.of("entity module:Core", "review"),
                    "5b0ef2a7-2d8a-4ed5-9d9e-0a64d6e0b7f1",
                    Set.of(OpenTabs.SidePane.EXPLORER, OpenTabs.SidePane.INSPECTOR))),
            new Connections(
                Map.of(
                    "https://git.example.org",
                    new Account(
                        "ada",
                        List.of("repo", "read:org"),
                        Optional.of(Instant.parse("2027-01-31T00:00:00Z")),
                        Account.Way.BROWSER,
                        Instant.EPOCH)),
                Map.of("https://git.example.org", "Iv1.1"),
                Set.of("http://127.0.0.1:3000"),
                "/etc/our-ca.pem",
                true),
            new WindowPlace(1, 2, 800, 600, true));

    new SettingsFile(file).update(before -> chosen);

    assertThat(new SettingsFile(file).settings().get()).isEqualTo(chosen);
    assertThat(folder.resolve("deep")).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void keys_that_are_no_texts_do_not_cost_the_other_settings() throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, "{\"theme\":\"dark\",\"keys\":{\"edit.undo\":7}}");
    Settings read = new SettingsFile(file).settings().get();
    assertThat(read.theme()).isEqualTo(ThemeChoice.DARK);
    assertThat(read.keys()).containsEntry("edit.undo", "7");
  }

  @Test
  void without_a_file_the_settings_are_the_initial_ones() {
    assertThat(new SettingsFile(folder.resolve("none.json")).settings().get())
        .isEqualTo(Settings.initial());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]x", "{\"theme\":\"purple\"}", "{\"recent\":[{\"opened\":1}]}"})
  void an_unreadable_file_is_set_aside_and_not_lost(String content) throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, content);

    SettingsFile settings = new SettingsFile(file);

    assertThat(settings.settings().get()).isEqualTo(Settings.initial());
    assertThat(folder.resolve("settings.json.unreadable")).hasContent(content);
  }
}
