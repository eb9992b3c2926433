/// The colour and the logo of the pages, as the API tells them.
@NullMarked
package org.meetwright.server.api.model.branding;

import org.jspecify.annotations.NullMarked;
