package org.ontodraft.app.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.util.Subscription;
import org.ontodraft.app.service.settings.Settings.ThemeChoice;

/**
 * The look of every window: AtlantaFX underneath, our tokens and styles above, all sizes relative
 * to one root font size. FX thread.
 */
public final class Theme {
  private static final double ROOT_PIXELS = 13;
  private static final String FOLDER = "/org/ontodraft/app/ui/";

  /**
   * All of them on the scene: a sheet of a parent keeps a list of each node below that parent,
   * which is searched through for each node that is styled or goes.
   */
  private static final List<String> SHEETS =
      List.of(
          "theme/base.css",
          "theme/controls.css",
          "theme/components.css",
          "shell/shell.css",
          "control/diff/diff.css",
          "activity/activity.css",
          "conflict/conflict.css",
          "draft/draft.css",
          "editor/editor.css",
          "explorer/explorer.css",
          "graph/graph.css",
          "palette/palette.css",
          "problems/problems.css",
          "refactoring/refactoring.css",
          "settings/settings.css",
          "submit/submit.css",
          "welcome/welcome.css");

  private static final List<String> FONTS =
      List.of(
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "Inter-Bold.otf",
          "Inter-Italic.otf",
          "JetBrainsMono-Regular.ttf");

  private final ObservableValue<ColorScheme> system;
  private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
  private final IntegerProperty fontPercent = new SimpleIntegerProperty(100);

  /** Loads the fonts that come with the application. */
  public Theme(ObservableValue<ColorScheme> system) {
    this.system = system;
    FONTS.forEach(Theme::loadFont);
  }

  /** Light, dark, high contrast, or as the desktop has it. */
  public ObjectProperty<ThemeChoice> choice() {
    return choice;
  }

  /** The font size in percent, which all sizes follow; 80 to 200. */
  public IntegerProperty fontPercent() {
    return fontPercent;
  }

  /** Whether the theme that shows is light on dark. */
  public boolean dark() {
    return switch (choice.get()) {
      case SYSTEM -> system.getValue() == ColorScheme.DARK;
      case LIGHT -> false;
      case DARK, CONTRAST -> true;
    };
  }

  /** Dresses a scene now and at each change, until the subscription is closed. */
  public Subscription attach(Scene scene) {
    dress(scene);
    return Subscription.combine(
        system.subscribe((before, now) -> dress(scene)),
        choice.subscribe((before, now) -> dress(scene)),
        fontPercent.subscribe((before, now) -> dress(scene)));
  }

  private void dress(Scene scene) {
    boolean dark = dark();
    scene.setUserAgentStylesheet(
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    List<String> sheets = new ArrayList<>();
    sheets.add(resource("theme/" + tokens()).toExternalForm());
    SHEETS.forEach(sheet -> sheets.add(resource(sheet).toExternalForm()));
    sheets.add(fontSizeSheet());
    scene.getStylesheets().setAll(sheets);
  }

  private String tokens() {
    if (choice.get() == ThemeChoice.CONTRAST) {
      return "contrast.css";
    }
    return dark() ? "dark.css" : "light.css";
  }

  /** As a sheet, not an inline style, so that menus and tooltips get it with the others. */
  private String fontSizeSheet() {
    double pixels = ROOT_PIXELS * Math.clamp(fontPercent.get(), 80, 200) / 100;
    String css = ".root { -fx-font-size: " + pixels + "px; }";
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.US_ASCII));
  }

  private static void loadFont(String file) {
    try (InputStream in = resource("theme/fonts/" + file).openStream()) {
      Font.loadFont(in, ROOT_PIXELS);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("font " + file, unreadable);
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(Theme.class.getResource(FOLDER + name), name);
  }
}
