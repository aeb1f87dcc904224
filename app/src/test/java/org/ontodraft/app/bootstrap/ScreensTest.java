package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.testing.SharedServer;
import org.ontodraft.app.ui.testing.FxTest;

/** Every screen in the real window: all that can have the focus has a name, no button is cut. */
@ExtendWith(FxTest.class)
class ScreensTest {
  @TempDir Path folder;

  @Test
  void every_stop_of_the_focus_has_a_name_and_no_button_is_cut() throws Exception {
    List<String> faults = new ArrayList<>();
    try (RealWindow window = new RealWindow(folder)) {
      Screens screens = new Screens(window, (name, scene) -> look(name, scene, faults));
      screens.welcome();
      screens.open();
      screens.walk();
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void nor_among_what_a_team_has() throws Exception {
    List<String> faults = new ArrayList<>();
    try (SharedServer server = SharedServer.start(folder.resolve("server"));
        RealWindow window = new RealWindow(folder)) {
      Screens screens = new Screens(window, (name, scene) -> look(name, scene, faults));
      screens.openShared(server);
      screens.walkShared();
    }
    assertThat(faults).isEmpty();
  }

  private static void look(String screen, Scene scene, List<String> faults) {
    onFx(() -> Screens.faults(scene)).forEach(fault -> faults.add(screen + ": " + fault));
  }
}
