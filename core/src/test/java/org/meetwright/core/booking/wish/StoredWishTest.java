package org.meetwright.core.booking.wish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.StoredText;
import org.meetwright.core.booking.desk.BookRequest;
import tools.jackson.databind.json.JsonMapper;

class StoredWishTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @ValueSource(strings = {"wish.json", "wish-with-link.json"})
  void keepsWishesAsAnEarlierVersionStoredThem(String file) {
    String stored = StoredText.of(file);

    BookRequest wish = StoredWish.parse(stored);

    assertThat(JSON.readTree(StoredWish.json(wish))).isEqualTo(JSON.readTree(stored));
    assertThat(StoredWish.json(wish)).contains(":1.50").hasSameSizeAs(stored);
    assertThat(wish.answers()).hasSize(3);
    assertThat(wish.link()).isEqualTo(file.equals("wish.json") ? null : "link-token");
  }
}
