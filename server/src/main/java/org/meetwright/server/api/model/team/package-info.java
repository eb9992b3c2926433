/// Teams and memberships, as the API tells and reads them.
@NullMarked
package org.meetwright.server.api.model.team;

import org.jspecify.annotations.NullMarked;
