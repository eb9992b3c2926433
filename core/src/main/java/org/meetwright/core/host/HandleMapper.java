package org.meetwright.core.host;

import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.Handle;

/// SQL of the table `handle`.
interface HandleMapper {
  @Select("SELECT owner_id FROM handle WHERE handle = #{handle}")
  @Nullable UUID owner(String handle);

  @Insert("INSERT INTO handle (handle, owner_id) VALUES (#{handle}, #{ownerId})")
  int insert(Handle handle, UUID ownerId);

  @Delete("DELETE FROM handle WHERE owner_id = #{ownerId}")
  int delete(UUID ownerId);
}
