package org.meetwright.server.pages.form;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A form with a file that was sent as `multipart/form-data` (RFC 7578). Its parts are those of
/// MIME, as in mail.
///
/// @param fields everything but the file
/// @param file its bytes; none if none was chosen
@SuppressWarnings("ArrayRecordComponent") // Made for one request.
public record Upload(FormBody fields, byte[] file) {
  /// How many bytes there may be besides those of the file.
  public static final int MOST_OTHER_BYTES = 8 * 1024;

  /// Reads a form.
  ///
  /// @param most how many bytes it may have
  /// @param type its media type, which says what stands between its parts
  /// @param file the field of the file
  /// @throws UnreadableFormException if it is not encoded as such a form, or too long
  public static Upload read(byte[] body, int most, String type, String file) {
    if (body.length > most) {
      throw new UnreadableFormException("The form is longer than " + most + " bytes", true);
    }
    try {
      return read(new MimeMultipart(new ByteArrayDataSource(body, type)), file);
    } catch (MessagingException | IOException | RuntimeException malformed) {
      throw new UnreadableFormException("The form is not encoded properly", false);
    }
  }

  private static Upload read(MimeMultipart parts, String file)
      throws MessagingException, IOException {
    Map<String, List<String>> fields = new HashMap<>();
    byte[] content = {};
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      String name = name(part);
      byte[] bytes = part.getInputStream().readAllBytes();
      if (name.equals(file)) {
        content = bytes;
      } else {
        fields
            .computeIfAbsent(name, _ -> new ArrayList<>())
            .add(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return new Upload(new FormBody(fields), content);
  }

  private static String name(BodyPart part) throws MessagingException {
    String[] disposition = part.getHeader("Content-Disposition");
    if (disposition == null) {
      throw new MessagingException("A part without a name");
    }
    String name = new ContentDisposition(disposition[0]).getParameter("name");
    return name == null ? "" : name;
  }
}
