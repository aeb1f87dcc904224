package org.ontodraft.model.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTypeTest {
  @ParameterizedTest
  @CsvSource({
    "a.png, PNG, 89504e470d0a1a0a00",
    "a.JPG, JPEG, ffd8ffe000104a464946",
    "a.jpeg, JPEG, ffd8ffdb",
    "a.gif, GIF, 474946383961",
    "a.webp, WEBP, 524946460000000057454250",
    "a.b.svg, SVG, 3c7376672078",
  })
  void aFileIsToldByNameAndBeginning(String name, ImageType type, String bytes) {
    assertThat(ImageType.ofName(name)).contains(type);
    byte[] begins = HexFormat.of().parseHex(bytes);
    for (ImageType each : ImageType.values()) {
      assertThat(each.begins(begins)).as(each.name()).isEqualTo(each == type);
    }
  }

  @ParameterizedTest
  @CsvSource({"a.exe", "png", ".png", "a.png.txt"})
  void whatIsNoImageByNameIsNone(String name) {
    assertThat(ImageType.ofName(name)).isEmpty();
  }

  @Test
  void shortAndStrangeBytesBeginAsNothing() {
    for (ImageType type : ImageType.values()) {
      assertThat(type.begins(new byte[0])).isFalse();
      assertThat(type.begins(new byte[] {(byte) 0x89})).isFalse();
      assertThat(type.begins("<html><p>svg</p>".getBytes(StandardCharsets.UTF_8))).isFalse();
    }
  }

  @Test
  void aSizeIsReadFromTheHeadAndABombIsNotShown() {
    ByteBuffer png = ByteBuffer.allocate(24).putLong(0x89504e470d0a1a0aL).putLong(0xd49484452L);
    byte[] bomb = png.putInt(60_000).putInt(60_000).array();
    ImageSize size = ImageSize.of(ImageType.PNG, bomb).orElseThrow();
    assertThat(size).isEqualTo(new ImageSize(60_000, 60_000));
    assertThat(size.isShowable()).isFalse();
    assertThat(new ImageSize(4_000, 3_000).isShowable()).isTrue();
    assertThat(new ImageSize(0, 3).isShowable()).isFalse();
    byte[] jpeg = HexFormat.of().parseHex("ffd8ffe00004abcdffc00011080102030401");
    assertThat(ImageSize.of(ImageType.JPEG, jpeg)).contains(new ImageSize(0x0304, 0x0102));
    assertThat(ImageSize.of(ImageType.JPEG, HexFormat.of().parseHex("ffd8ff"))).isEmpty();
    assertThat(ImageSize.of(ImageType.PNG, new byte[12])).isEmpty();
  }
}
