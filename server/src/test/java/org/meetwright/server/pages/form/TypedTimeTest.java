package org.meetwright.server.pages.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTimeTest {
  @ParameterizedTest
  @CsvSource({
    "9, 09:00",
    "09, 09:00",
    "9:00, 09:00",
    "' 9 : 05 ', 09:05",
    "9.30, 09:30",
    "'9,30', 09:30",
    "930, 09:30",
    "0930, 09:30",
    "1730, 17:30",
    "0:00, 00:00",
    "24:00, 24:00",
    "24, 24:00",
    "5pm, 17:00",
    "5 PM, 17:00",
    "5:30 p.m., 17:30",
    "'5:30\u202fp. m.', 17:30",
    "12 am, 00:00",
    "12:15 am, 00:15",
    "12 pm, 12:00",
    "9a, 09:00",
    "17:30 pm, 17:30",
    "17 Uhr, 17:00",
    "9 uhr 30, 09:30",
    "17h30, 17:30",
    "17 h, 17:00",
    "17 h 05 min, 17:05",
    "9時, 09:00",
    "９：３０, 09:30",
    "午後5時30分, 17:30",
    "午前9時, 09:00",
    "٩:٣٠, 09:30",
    "5 م, 17:00",
    "9:00 ص, 09:00",
  })
  void readsTimesAsPeopleWriteThem(String typed, String time) {
    int minutes = TypedTime.read(typed).orElseThrow();

    assertThat("%02d:%02d".formatted(minutes / 60, minutes % 60)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nine",
        "25",
        "24:01",
        "9:60",
        "9:5",
        "13 am",
        "9-17",
        "-9",
        "99999",
        "12:30:00",
        "9:00 9:00",
        "pm",
        "1e1"
      })
  void readsNothingElse(String typed) {
    assertThat(TypedTime.read(typed)).isEmpty();
  }
}
