pragma Singleton
import QtQuick

// What is heard beside what is seen: `Sound.play("tap")`. The names are the files of resources/sounds. Whether anything is heard
// (settings, night, the visitor's wish, a loudspeaker) is not the page's matter: ui/shell/sounds.py listens here.
// An Item, for the reason that Theme is one.
Item {
    signal wanted(name: string)

    function play(name: string): void {
        wanted(name);
    }
}
