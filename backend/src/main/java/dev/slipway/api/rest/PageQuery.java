package dev.slipway.api.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The query parameters of a list that is returned in pages.
 *
 * @param page from 1, which is the default; its limit keeps the offset of the first item below the largest int
 * @param size how many items a page has
 */
record PageQuery(
        @Nullable @Min(1) @Max(1_000_000) Integer page,

        @Nullable @Min(1) @Max(200) Integer size) {
    private static final int DEFAULT_SIZE = 50;

    Pageable request() {
        return PageRequest.of(number() - 1, size == null ? DEFAULT_SIZE : size);
    }

    /** Returns the header that names the next page, if there is one; see RFC 8288. */
    HttpHeaders links(Slice<?> found) {
        var headers = new HttpHeaders();
        if (found.hasNext()) {
            // Without the host, because a client chooses what it sends as its Host header.
            var next = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("page", number() + 1)
                    .build();
            headers.add(HttpHeaders.LINK, "<" + next.getPath() + "?" + next.getQuery() + ">; rel=\"next\"");
        }
        return headers;
    }

    private int number() {
        return page == null ? 1 : page;
    }
}
