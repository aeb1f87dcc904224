package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.workspace.DataDirectory;

class DataDirectoryCheckTest {
  @TempDir Path folder;

  @Test
  void the_folders_are_made_for_the_user_alone() throws IOException {
    DataDirectory data = new DataDirectory(folder.resolve("data"));

    assertThat(DataDirectoryCheck.prepare(data)).isEmpty();

    assertThat(data.stores()).isDirectory();
    assertThat(Files.getPosixFilePermissions(data.root()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void a_file_in_the_way_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "");

    assertThat(DataDirectoryCheck.prepare(new DataDirectory(file)))
        .hasValueSatisfying(refusal -> assertThat(refusal.code()).isIn("DATA-02", "DATA-03"));
  }

  @Test
  void a_read_only_folder_is_named() {
    Path proc = Path.of("/proc/ontodraft");
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "no read-only folder for every user here");

    assertThat(DataDirectoryCheck.prepare(new DataDirectory(proc)))
        .map(Refusal::arguments)
        .hasValueSatisfying(
            arguments -> assertThat(arguments.getFirst()).isEqualTo("/proc/ontodraft"));
  }

  @Test
  void the_command_line_wins_over_the_environment() {
    Map<String, String> environment =
        Map.of("ONTODRAFT_DATA_DIR", "/from/env", "XDG_DATA_HOME", "/xdg");

    assertThat(DataDirectory.choose("/from/option", environment, "Linux").root())
        .isEqualTo(Path.of("/from/option"));
    assertThat(DataDirectory.choose(null, environment, "Linux").root())
        .isEqualTo(Path.of("/from/env"));
    assertThat(DataDirectory.choose(null, Map.of("XDG_DATA_HOME", "/xdg"), "Linux").root())
        .isEqualTo(Path.of("/xdg/ontodraft"));
  }
}
