package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Values as text and back. */
class TextFormTest {
  @ParameterizedTest(name = "{0}: {1} as {2} gives {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "T1|PLAIN|a b|\"a b\"",
        "T2|WHOLE|0|0",
        "T3|WHOLE|12|12",
        "T4|WHOLE|-1|NotWhole",
        "T5|WHOLE|1.5|NotWhole",
        "T6|WHOLE|007|NotWhole",
        "T7|DECIMAL|1.50|1.50",
        "T8|DECIMAL|-3|-3",
        "T9|DECIMAL|1e3|1E+3",
        "T10|DECIMAL|abc|NotNumber",
        "T11|JSON|[1, 2]|[1,2]",
        "T12|JSON|{\"a\":1,\"a\":2}|NotJson",
        "T13|JSON|1 2|NotJson",
        "T14|JSON|0.10|0.10",
      })
  void read(String row, TextForm form, String text, String expected) {
    String found =
        switch (form.read(text, null)) {
          case TypedValue.Valid(JsonNode value) -> String.valueOf(value);
          case TypedValue.Invalid(FieldProblem problem) -> problem.getClass().getSimpleName();
        };
    assertThat(found).as(row).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"plain", "a\nb\n", "a\r\nb\r\n", "tab\tin", "", "\u00e4 \ud83d\ude00"})
  void whatFitsIsShownAndReadBackUnchanged(String text) {
    JsonNode value = JsonNodeFactory.instance.stringNode(text);
    assertThat(TextForm.PLAIN.fits(value)).isTrue();
    assertThat(TextForm.PLAIN.read(TextForm.PLAIN.show(value), value))
        .isEqualTo(new TypedValue.Valid(value));
    assertThat(TextForm.PLAIN.show(value)).doesNotContain("\r");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"a\rb", "a\r\nb\n", "bell\u0007", "del\u007f", "nul\u0000"})
  void textThatAControlWouldChangeIsLeftToJson(String text) {
    JsonNode value = JsonNodeFactory.instance.stringNode(text);
    assertThat(TextForm.PLAIN.fits(value)).isFalse();
    assertThat(TextForm.JSON.read(TextForm.JSON.show(value), value))
        .isEqualTo(new TypedValue.Valid(value));
  }
}
