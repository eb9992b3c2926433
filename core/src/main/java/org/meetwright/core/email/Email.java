package org.meetwright.core.email;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A mail as it was written, with its state.
///
/// Wide: it has a component for each column that is read.
///
/// @param dedupeKey that of the outbox message that caused it
/// @param bookingId the booking that it is about; null if none
/// @param event what it is about, in lower case
/// @param audience who it is for: invitee, host or guest
/// @param recipient the e-mail address
/// @param messageId the header, with its angle brackets
/// @param content the MIME message, packed
/// @param state pending, sent, failed (refused for good), or held (by the limit of mail to an
///   address)
/// @param sentAt when it was sent last; null if never
/// @param lastError why the last attempt failed; null if it did not
public record Email(
    UUID id,
    String dedupeKey,
    @Nullable UUID bookingId,
    String event,
    String audience,
    String recipient,
    String subject,
    String messageId,
    String content,
    String state,
    Instant createdAt,
    @Nullable Instant sentAt,
    int attempts,
    @Nullable String lastError) {

  /// Returns the MIME message as it was written, to the octet.
  public byte[] mime() {
    try (var in =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(content)))) {
      return in.readAllBytes();
    } catch (IOException damaged) {
      throw new UncheckedIOException("The mail " + id + " is damaged", damaged);
    }
  }

  static String packed(byte[] mime) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(mime);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  /// Leaves out what it says and to whom.
  @Override
  public String toString() {
    return "Email[" + id + ", " + event + ", " + state + "]";
  }
}
