package org.ontodraft.app.bootstrap;

import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.testing.SharedServer;
import org.ontodraft.app.ui.testing.FxTest;
import org.testfx.api.FxToolkit;

/**
 * Takes a picture of every screen in both themes at 100 and 150 percent. Argument: the folder they
 * go to.
 */
public final class ScreenPictures {
  private static final double WIDTH = 1600;
  private static final double HEIGHT = 1000;

  private ScreenPictures() {}

  /** Writes {@code name-theme-percent.png}. */
  public static void main(String[] arguments) {
    int exit = 0;
    try {
      FxToolkit.registerPrimaryStage();
      take(Path.of(arguments[0]));
    } catch (Exception failed) {
      failed.printStackTrace(System.err);
      exit = 1;
    }
    System.exit(exit); // the toolkit's threads would keep the process alive
  }

  private static void take(Path pictures) throws Exception {
    Path folder = Files.createTempDirectory("ontodraft-screens");
    try (RealWindow window = large(folder.resolve("alone"))) {
      String[] variant = new String[1];
      Screens screens = new Screens(window, (name, scene) -> save(pictures, name, variant, scene));
      inEveryLook(window, variant, screens::welcome);
      screens.open();
      inEveryLook(window, variant, screens::walk);
    }
    try (SharedServer server = SharedServer.start(folder.resolve("server"));
        RealWindow window = large(folder.resolve("team"))) {
      String[] variant = new String[1];
      Screens screens = new Screens(window, (name, scene) -> save(pictures, name, variant, scene));
      screens.openShared(server);
      inEveryLook(window, variant, screens::walkShared);
    }
  }

  private static RealWindow large(Path folder) throws Exception {
    RealWindow window = new RealWindow(Files.createDirectories(folder));
    onFx(() -> {
      window.stage().setX(0);
      window.stage().setY(0);
      window.stage().setWidth(WIDTH);
      window.stage().setHeight(HEIGHT);
    });
    return window;
  }

  /** A way through some of the screens. */
  private interface Walk {
    void go() throws Exception;
  }

  private static void inEveryLook(RealWindow window, String[] variant, Walk walk) throws Exception {
    for (ThemeChoice choice : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      for (int percent : new int[] {100, 150}) {
        variant[0] = choice.name().toLowerCase(Locale.ROOT) + "-" + percent;
        window.appear(choice, percent);
        walk.go();
      }
    }
  }

  private static void save(Path pictures, String name, String[] variant, Scene scene)
      throws Exception {
    Path file = pictures.resolve(name + "-" + variant[0] + ".png");
    FxTest.settle();
    onFx(() -> Screens.faults(scene))
        .forEach(fault -> System.out.println(file.getFileName() + ": " + fault));
    IndexedPicture.of(onFx(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null))).write(file);
  }
}
