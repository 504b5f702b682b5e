package dev.postmortem.timeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageTypeTest {
  private static boolean begins(ImageType type, String bytes) {
    return type.begins(bytes.getBytes(ISO_8859_1));
  }

  @Test
  void a_type_knows_its_own_bytes_and_no_others() {
    String png = "\u0089PNG\r\n\u001a\n....";
    String jpeg = "\u00ff\u00d8\u00ff\u00e0....";
    String webp = "RIFF....WEBPVP8 ";
    for (ImageType type : ImageType.values()) {
      assertThat(begins(type, png)).isEqualTo(type == ImageType.PNG);
      assertThat(begins(type, jpeg)).isEqualTo(type == ImageType.JPEG);
      assertThat(begins(type, "GIF87a..")).isEqualTo(type == ImageType.GIF);
      assertThat(begins(type, "GIF89a..")).isEqualTo(type == ImageType.GIF);
      assertThat(begins(type, webp)).isEqualTo(type == ImageType.WEBP);
      assertThat(begins(type, "<svg>")).isFalse();
      assertThat(begins(type, "RIFF....WAVE")).isFalse();
      assertThat(begins(type, "GIF8")).isFalse();
      assertThat(begins(type, "")).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "image/png, PNG",
    "IMAGE/JPEG; q=1, JPEG",
    "image/jpg, JPEG",
    "image/svg+xml,",
    "text/png,",
    "png,",
    "'',"
  })
  void a_media_type_is_read(String mime, ImageType type) {
    assertThat(ImageType.ofMime(mime).orElse(null)).isEqualTo(type);
  }
}
