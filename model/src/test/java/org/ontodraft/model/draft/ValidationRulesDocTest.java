package org.ontodraft.model.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ontodraft.model.schema.RepositorySchemas;
import org.ontodraft.model.validation.Rule;

/** {@code docs/validation-rules.md} has a row for each code, and no other rows. */
class ValidationRulesDocTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z-]+)` \\| (error|warning|note) \\|.*", Pattern.MULTILINE);

  @Test
  void everyCodeHasARow() throws IOException {
    List<String> codes = new ArrayList<>(RepositorySchemas.RULES);
    codes.addAll(DraftValidation.CHANGE_RULES);
    Rule.all().forEach(rule -> codes.addAll(rule.codes()));
    List<String> rows = new ArrayList<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("../docs/validation-rules.md")));
    while (row.find()) {
      rows.add(row.group(1));
    }
    assertThat(rows).containsExactlyInAnyOrderElementsOf(codes);
    assertThat(codes).as("one rule for each code").hasSameSizeAs(Set.copyOf(codes));
  }
}
