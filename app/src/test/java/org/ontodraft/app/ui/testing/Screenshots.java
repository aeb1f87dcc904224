package org.ontodraft.app.ui.testing;

import static org.ontodraft.app.ui.testing.FxTest.onFx;
import static org.ontodraft.app.ui.testing.FxTest.settle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;
import org.ontodraft.app.ui.common.Theme;

/** Pictures of screens in both themes at 100 and 150 percent, in {@code target/screenshots}. */
public final class Screenshots {
  private static final Path FOLDER = Path.of("target", "screenshots");

  private Screenshots() {}

  /** A theme that follows no desktop. */
  public static Theme theme() {
    return new Theme(new SimpleObjectProperty<>(ColorScheme.LIGHT));
  }

  /**
   * Takes the four pictures of a screen.
   *
   * @param width at 100 percent
   * @param make makes the screen anew, on the FX thread
   */
  public static void take(String name, double width, double height, Supplier<Parent> make) {
    for (ThemeChoice choice : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
      for (int percent : new int[] {100, 150}) {
        takeOne(name, width, height, make, choice, percent);
      }
    }
  }

  private static void takeOne(
      String name,
      double width,
      double height,
      Supplier<Parent> make,
      ThemeChoice choice,
      int percent) {
    // Without a stage: the headless screen ends at 1000 by 1000 pixels.
    Scene scene =
        onFx(() -> {
          Theme theme = theme();
          theme.choice().set(choice);
          theme.fontPercent().set(percent);
          Scene made = new Scene(make.get(), width * percent / 100, height * percent / 100);
          theme.attach(made);
          made.getRoot().applyCss();
          made.getRoot().layout();
          return made;
        });
    settle();
    WritableImage image =
        onFx(() -> {
          scene.getRoot().layout();
          return scene.snapshot(null);
        });
    String theme = choice == ThemeChoice.LIGHT ? "light" : "dark";
    Path file = FOLDER.resolve(name + "-" + theme + "-" + percent + ".png");
    try {
      Files.createDirectories(FOLDER);
      ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
