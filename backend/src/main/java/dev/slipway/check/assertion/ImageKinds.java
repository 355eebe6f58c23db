package dev.slipway.check.assertion;

import dev.slipway.check.assertion.ImageMadeFrom.Way;
import dev.slipway.check.fact.ImageTraits;
import java.util.List;

/** What can be asked of images. */
final class ImageKinds {
    static final List<Kind> ALL = List.of(
            new Kind("image.exists", "There is an image of that name.", "{name: my-httpd}", ImageExists::read),
            new Kind("image.absent", "There is no image of that name.", "{name: my-httpd}", ImageAbsent::read),
            new Kind(
                    "image.committedFrom",
                    "`docker commit` made the image from a container of `base`. A build, a tag or a pull does not count,"
                            + " nor the commit of a container whose image was itself committed from `base`.",
                    "{name: my-httpd, base: httpd}",
                    arguments -> ImageMadeFrom.read(Way.COMMIT, arguments)),
            new Kind(
                    "image.builtFrom",
                    "The classic builder or BuildKit made the image from a Dockerfile, and its layers begin with those"
                            + " of `base`. A commit, a tag or the base itself does not count. Whether it was built on"
                            + " this machine cannot be told from a pulled image: ask for the events too.",
                    "{name: shop, base: debian}",
                    arguments -> ImageMadeFrom.read(Way.BUILD, arguments)),
            new Kind(
                    "image.parent",
                    "The image's layers begin with those of `base`, however it was made.",
                    "{name: shop, base: debian}",
                    arguments -> ImageMadeFrom.read(Way.ANY, arguments)),
            new Kind(
                    "image.contains",
                    "Something is at that path in the image. To look, Slipway makes a container of the image, never"
                            + " starts it, and removes it at once; a learner may find it in `docker events` as"
                            + " `slipway-check-…`.",
                    "{name: my-httpd, path: /srv/note.txt, text: hello}",
                    ImageContains::read),
            Kind.property(
                    "image.tag",
                    "The image also has such a name.",
                    "{name: shop, equals: \"localhost:5000/shop:1\"}",
                    ImageTraits.TAG),
            Kind.property(
                    "image.layers", "The image has so many layers.", "{name: shop, atMost: 5}", ImageTraits.LAYERS),
            Kind.property("image.size", "The image is so large.", "{name: shop, atMost: 200m}", ImageTraits.SIZE),
            Kind.property(
                    "image.history",
                    "One of the steps that made the image, as `docker history` shows them, is such a step.",
                    "{name: shop, matches: \"^COPY .* /srv\"}",
                    ImageTraits.HISTORY),
            Kind.property(
                    "image.entrypoint",
                    "The image has such an entry point; its words stand apart by one blank.",
                    "{name: shop, equals: node server.js}",
                    ImageTraits.ENTRYPOINT),
            Kind.property(
                    "image.cmd",
                    "The image has such a default command; its words stand apart by one blank.",
                    "{name: shop, equals: httpd-foreground}",
                    ImageTraits.CMD),
            Kind.property("image.user", "The image names such a user.", "{name: shop, equals: app}", ImageTraits.USER),
            Kind.property(
                    "image.exposes",
                    "The image says that it exposes such a port.",
                    "{name: shop, equals: 8080}",
                    ImageTraits.EXPOSES),
            Kind.property(
                    "image.env",
                    "The image sets such an environment variable.",
                    "{name: shop, key: PORT, equals: 8080}",
                    ImageTraits.ENV),
            Kind.property(
                    "image.workdir",
                    "The image names such a working directory.",
                    "{name: shop, equals: /srv}",
                    ImageTraits.WORKDIR),
            Kind.property(
                    "image.label",
                    "The image has such a label.",
                    "{name: shop, key: maintainer, exists: true}",
                    ImageTraits.LABEL));

    private ImageKinds() {}
}
