package org.meetwright.core.hostlink;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/// SQL of what a host has chosen about the links in his mail.
interface HostLinkMapper {
  @Select("SELECT mail_actions FROM host WHERE id = #{hostId}")
  String mailActions(UUID hostId);

  @Update("UPDATE host SET mail_actions = #{word} WHERE id = #{hostId}")
  int setMailActions(UUID hostId, String word);
}
