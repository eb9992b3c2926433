package org.meetwright.core.backup.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgeTest {
  /// Made by `age --passphrase`, version 1.1.1.
  private static final String OF_AGE =
      "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBOdXV0RW93NW05NnJxMi8ybCtPMUZRIDE4CnNXZldlOUto"
          + "QkE0VUc1WkdEamtWOHBCS1BkelhoREdXYW56TkgrWUpmblEKLS0tIHMrWENPTDZEd2d2bDdWeW92Rml6TDlRMF"
          + "MzWUQ1NUd4cUY5SmRJSFpKaFkK4QG6drA4mggjamse6fiM+tIXImAwCkIlE2tV6q4DIWr7VM0mwk22I2I7nzwq"
          + "8bLwRkWGlJ6AOz69wiN405Sv0Q==";

  private static final String PASSPHRASE = "correct horse";

  @Test
  void readsWhatAgeWrote() throws IOException {
    byte[] file = Base64.getDecoder().decode(OF_AGE);

    assertThat(Age.isBegunBy(file)).isTrue();
    assertThat(new String(decrypt(file, PASSPHRASE), StandardCharsets.UTF_8))
        .isEqualTo("a backup of a meeting scheduler\n");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, AgeChunks.PLAIN - 1, AgeChunks.PLAIN, AgeChunks.PLAIN + 1, 3 * AgeChunks.PLAIN})
  void readsWhatItWrote(int length) throws IOException {
    byte[] plain = new byte[length];
    new Random(length).nextBytes(plain);
    byte[] file = encrypt(plain);

    assertThat(decrypt(file, PASSPHRASE)).isEqualTo(plain);
    refuse(Arrays.copyOf(file, file.length - 1));
    refuse(Arrays.copyOf(file, file.length + 1));
    if (length > AgeChunks.PLAIN) {
      // The last chunk is gone: a cut exactly where a chunk ends.
      int last = (length - 1) % AgeChunks.PLAIN + 1 + AgeKeys.TAG_BYTES;
      refuse(Arrays.copyOf(file, file.length - last));
    }
  }

  @Test
  void refusesAnotherPassphraseAndTooMuchWork() throws IOException {
    byte[] file = encrypt(new byte[10]);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> decrypt(file, "correct house"))
        .withMessage("The pass phrase is wrong");

    String header = new String(file, StandardCharsets.ISO_8859_1);
    byte[] work = header.replaceFirst(" 16\n", " 30\n").getBytes(StandardCharsets.ISO_8859_1);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> decrypt(work, PASSPHRASE))
        .withMessageContaining("2^30");
  }

  private static void refuse(byte[] file) {
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> decrypt(file, PASSPHRASE));
  }

  private static byte[] encrypt(byte[] plain) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (OutputStream out = Age.encrypt(file, PASSPHRASE)) {
      out.write(plain);
    }
    return file.toByteArray();
  }

  private static byte[] decrypt(byte[] file, String passphrase) throws IOException {
    try (var in = Age.decrypt(new ByteArrayInputStream(file), passphrase)) {
      return in.readAllBytes();
    }
  }
}
