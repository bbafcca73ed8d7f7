"""Draw the pictures, the film and the sound of the gallery lesson anew: decks/gallery/.

    python tools/gallery_media.py

Everything in them is made here, so that nobody's rights are touched.  The film and the sound need ffmpeg; the pictures
come out the same everywhere, the film and the sound depend on ffmpeg's version, so they are made once and committed.
"""

from __future__ import annotations

import math
import random
import shutil
import subprocess
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

OUT = Path(__file__).resolve().parent.parent / "decks" / "gallery"
NAVY, BLUE, TEAL, AMBER, PLUM, SLATE = "#0e3a66", "#1467b3", "#0b7a75", "#9a4a06", "#6d3a91", "#52637a"


def main() -> None:
    """Write the files."""
    hills().save(OUT / "hills.jpg", "JPEG", quality=82, optimize=True)
    for name, drawing in rooms().items():
        (OUT / f"{name}.svg").write_text(drawing, encoding="utf-8")
    if shutil.which("ffmpeg"):
        film()
        sound()


def hills(width: int = 1600, height: int = 1000) -> Image.Image:
    """Hills at dawn, each row nearer and darker."""
    dice = random.Random(3)
    sky = Image.new("RGB", (1, height))
    for y in range(height):
        share = min(1.0, y / (height * 0.62))
        sky.putpixel(
            (0, y), tuple(round(a + (b - a) * share) for a, b in zip((58, 96, 148), (247, 205, 160), strict=True))
        )
    picture = sky.resize((width, height))
    glow = Image.new("RGB", (width, height))
    ImageDraw.Draw(glow).ellipse((1030, 330, 1270, 570), fill=(255, 240, 205))
    mask = glow.convert("L").filter(ImageFilter.GaussianBlur(30))
    picture.paste(Image.new("RGB", (width, height), (255, 238, 205)), mask=mask)
    for row, colour in enumerate(((150, 140, 160), (104, 108, 142), (64, 82, 118), (33, 56, 88), (16, 32, 52))):
        base = height * (0.52 + 0.11 * row)
        waves = [(dice.uniform(0.5, 4) / width * math.tau, dice.uniform(8, 46), dice.uniform(0, 6)) for _ in range(5)]
        edge = [
            (x, base + sum(tall * math.sin(fast * x + at) for fast, tall, at in waves)) for x in range(0, width + 8, 8)
        ]
        ImageDraw.Draw(picture).polygon([*edge, (width, height), (0, height)], fill=colour)
    return picture


def rooms() -> dict[str, str]:
    """Four ways to set a room, seen from above."""
    seat = '<circle cx="{:.0f}" cy="{:.0f}" r="13" fill="{}"/>'
    around = [(math.cos(math.tau * n / 12), math.sin(math.tau * n / 12)) for n in range(12)]
    circle = "".join(seat.format(200 + 130 * x, 160 + 115 * y, BLUE) for x, y in around)
    rows = "".join(seat.format(90 + 55 * (n % 5), 130 + 60 * (n // 5), TEAL) for n in range(15))
    desk = f'<rect x="120" y="40" width="160" height="26" rx="13" fill="{NAVY}"/>'
    shoe = f'<path d="M90 56V246H510V56" fill="none" stroke="{SLATE}" stroke-width="34" stroke-linejoin="round"/>'
    shoe += "".join(seat.format(45, 90 + 50 * n, AMBER) + seat.format(555, 90 + 50 * n, AMBER) for n in range(4))
    shoe += "".join(seat.format(140 + 64 * n, 288, AMBER) for n in range(6))
    pairs = "".join(
        f'<g transform="translate({110 + 190 * (n % 3)} {100 + 130 * (n // 3)})"><rect x="-45" y="-30" width="90" height="60" '
        f'rx="10" fill="{PLUM}"/><circle cx="-64" r="13" fill="{BLUE}"/><circle cx="64" r="13" fill="{BLUE}"/></g>'
        for n in range(6)
    )
    drawn = {"circle": (400, circle), "rows": (400, desk + rows), "horseshoe": (600, shoe), "pairs": (600, pairs)}
    return {
        name: f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 320" width="{width}" height="320">'
        f'<rect width="{width}" height="320" fill="#eef4fa"/>{inside}</svg>\n'
        for name, (width, inside) in drawn.items()
    }


def film() -> None:
    """Six seconds: a field that fills from left to right, as time runs."""
    source = "color=c=0x0e3a66:s=480x270:r=10:d=6,format=yuv420p"
    box = "drawbox=x=60:y=115:w=360:h=40:color=0x1467b3:t=2,drawbox=x=64:y=119:w='352*t/6':h=32:color=white:t=fill"
    _ffmpeg("-f", "lavfi", "-i", source, "-vf", box, "-c:v", "libx264", "-profile:v", "baseline", "-crf", "30",
            "-pix_fmt", "yuv420p", "-movflags", "+faststart", "breath.mp4")  # fmt: skip


def sound() -> None:
    """Three seconds: a bell."""
    bell = "0.4*exp(-1.6*t)*(sin(2*PI*528*t)+0.5*sin(2*PI*1056*t)+0.25*sin(2*PI*1590*t))"
    _ffmpeg("-f", "lavfi", "-i", f"aevalsrc={bell}:s=22050:d=3", "-c:a", "libmp3lame", "-b:a", "24k", "bell.mp3")


def _ffmpeg(*words: str) -> None:
    command = ["ffmpeg", "-v", "error", "-y", *words[:-1], "-map_metadata", "-1", "-fflags", "+bitexact", "-flags",
               "+bitexact", str(OUT / words[-1])]  # fmt: skip
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
