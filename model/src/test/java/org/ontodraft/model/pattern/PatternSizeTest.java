package org.ontodraft.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternSizeTest {
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "^[A-Z][a-z]*(_[a-z]+)*$",
        "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)$",
        "^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$",
        "(a{30}[(]){30}",
        "((ab){5,20}c{3,}){40}",
        "[\\]{]{100}",
        "\\Qa{9}\\E{50}",
        "(?:(?:x{2}){3}){4}",
        "a{,5}",
        "(?i:straße){90}",
      })
  void estimateIsNotFarBelowTheTruth(String regex) {
    assertThat(PatternSize.of(regex)).isGreaterThan(Pattern.compile(regex).programSize() / 3);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "^[A-Z][a-z]*(_[a-z]+)*$",
        "^[^@\\s]{1,64}@[A-Za-z0-9.-]{1,253}$",
        "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        "^(?:[\\p{L}\\p{N}_-]+/){0,20}[\\p{L}\\p{N}_-]+$",
      })
  void everydayPatternsAreFarBelowTheBound(String regex) {
    assertThat(PatternSize.of(regex)).isLessThan(5_000);
  }
}
