/// Events, notifications and problems in the API.
@NullMarked
package org.meetwright.server.api.model.news;

import org.jspecify.annotations.NullMarked;
