package org.meetwright.core.hostlink;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of what the links in a host's mail depend on.
interface HostLinkMapper {
  /// Returns how often the host's address was replaced; null if there is no such host.
  @Select("SELECT address_number FROM host WHERE id = #{hostId}")
  @Nullable Integer addressNumber(UUID hostId);

  @Select("SELECT mail_actions FROM host WHERE id = #{hostId}")
  String mailActions(UUID hostId);

  @Update("UPDATE host SET mail_actions = #{word} WHERE id = #{hostId}")
  int setMailActions(UUID hostId, String word);
}
