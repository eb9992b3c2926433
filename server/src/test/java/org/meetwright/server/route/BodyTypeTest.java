package org.meetwright.server.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BodyTypeTest {
  @ParameterizedTest
  @CsvSource({
    "JSON, application/json, true",
    "JSON, application/json; charset=utf-8, true",
    "JSON, APPLICATION/JSON ;charset=UTF-8, true",
    "JSON, application/merge-patch+json, true",
    "JSON, text/plain, false",
    "JSON, text/plain; application/json, false",
    "JSON, application/jsonp, false",
    "JSON, application/+json, false",
    "JSON, text/x+json, false",
    "JSON, application/x-www-form-urlencoded, false",
    "JSON, multipart/form-data; boundary=x, false",
    "JSON, 'text/plain, application/json', false",
    "JSON, 'application/json, text/plain', false",
    "JSON, '', false",
    "FORM, application/x-www-form-urlencoded, true",
    "FORM, application/x-www-form-urlencoded;charset=UTF-8, true",
    "FORM, text/plain, false",
    "FORM, multipart/form-data; boundary=x, false",
    "FORM, '', false",
    "UPLOAD, multipart/form-data; boundary=x, true",
    "UPLOAD, application/x-www-form-urlencoded, false",
    "PICTURE, image/png, true",
    "PICTURE, application/octet-stream, true",
    "PICTURE, text/plain, false",
    "PICTURE, 'image/png, text/plain', false",
    "PICTURE, '', false"
  })
  void takesWhatNoOtherSiteCanSendUnasked(BodyType type, String header, boolean accepted) {
    assertThat(type.accepts(header)).isEqualTo(accepted);
  }
}
