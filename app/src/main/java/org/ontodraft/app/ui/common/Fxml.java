package org.ontodraft.app.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/**
 * Loads the FXML of a view: {@code ExplorerView} has {@code Explorer.fxml} in its own package. The
 * view is made first, by its constructor, and becomes the controller. FX thread.
 */
public final class Fxml {
  private final Texts texts;

  /** With the texts that {@code %key} refers to. */
  public Fxml(Texts texts) {
    this.texts = texts;
  }

  /** Builds the nodes of a view and fills its {@code @FXML} fields. */
  public Parent load(Object view) {
    FXMLLoader loader = new FXMLLoader(fileOf(view.getClass()), texts.bundle());
    loader.setControllerFactory(type -> {
      if (type != view.getClass()) {
        throw new IllegalStateException(
            "the FXML of " + view.getClass().getName() + " names " + type.getName());
      }
      return view;
    });
    try {
      return loader.load();
    } catch (IOException malformed) {
      throw new UncheckedIOException(view.getClass().getName(), malformed);
    }
  }

  private static URL fileOf(Class<?> view) {
    String name = view.getSimpleName();
    if (!name.endsWith("View")) {
      throw new IllegalArgumentException(name + " does not end in View");
    }
    String file = name.substring(0, name.length() - "View".length()) + ".fxml";
    return Objects.requireNonNull(view.getResource(file), () -> file + " beside " + name);
  }
}
