package org.ontodraft.app.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.ui.testing.FxTest;

/** Loads every FXML file and holds it against its view, without making the view. */
@ExtendWith(FxTest.class)
class FxmlFilesTest {
  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final Pattern CONTROLLER = Pattern.compile("\\s+fx:controller=\"([^\"]+)\"");
  private static final Pattern HANDLER = Pattern.compile("\\s+on\\w+=\"#(\\w+)\"");

  private final Texts texts = Texts.load();

  @TestFactory
  Stream<DynamicTest> everyFile() throws Exception {
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      return files.filter(file -> file.toString().endsWith(".fxml")).toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }
  }

  private void check(Path file) throws Exception {
    String fxml = Files.readString(file);
    Matcher controller = CONTROLLER.matcher(fxml);
    assertThat(controller.find()).as("fx:controller in " + file).isTrue();
    Class<?> view = Class.forName(controller.group(1));
    assertThat(RESOURCES.relativize(file).toString())
        .as("the file is named after its view")
        .isEqualTo(view.getName().replace('.', '/').replaceFirst("View$", ".fxml"));

    HANDLER
        .matcher(fxml)
        .results()
        .map(handler -> handler.group(1))
        .forEach(name ->
            assertThat(Arrays.stream(view.getDeclaredMethods()).map(m -> m.getName()))
                .contains(name));

    FXMLLoader loader = new FXMLLoader(view.getResource(file.getFileName().toString()));
    loader.setResources(texts.bundle());
    String bare = HANDLER.matcher(CONTROLLER.matcher(fxml).replaceAll("")).replaceAll("");
    Object root =
        FxTest.onFx(() ->
            (Object) loader.load(new ByteArrayInputStream(bare.getBytes(StandardCharsets.UTF_8))));
    assertThat(root).isNotNull();
    Map<String, Object> nodes = loader.getNamespace();
    for (Field field : view.getDeclaredFields()) {
      if (field.isAnnotationPresent(FXML.class)) {
        assertThat(nodes).as("fx:id of @FXML " + field.getName()).containsKey(field.getName());
        assertThat(nodes.get(field.getName())).isInstanceOf(field.getType());
      }
    }
  }
}
