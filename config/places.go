package config

import (
	"errors"
	"strings"
)

// ErrNoHome says that the environment names no home folder.
var ErrNoHome = errors.New("no home folder")

// Places tells where a hall's settings file and its data lie by the customs of the system:
// XDG on Linux and other Unix systems, AppData on Windows, Library on macOS.
func Places(env func(string) string, goos string) (file, data string, err error) {
	home := env("HOME")
	switch goos {
	case "windows":
		roaming, local := env("APPDATA"), env("LOCALAPPDATA")
		if profile := env("USERPROFILE"); profile != "" {
			roaming = or(roaming, profile+`\AppData\Roaming`)
			local = or(local, profile+`\AppData\Local`)
		}
		if roaming == "" || local == "" {
			return "", "", ErrNoHome
		}
		return roaming + `\sizhen\hall.toml`, local + `\sizhen`, nil
	case "darwin":
		if home = absolute(home); home == "" {
			return "", "", ErrNoHome
		}
		dir := home + "/Library/Application Support/sizhen"
		return dir + "/hall.toml", dir, nil
	}
	// The XDG specification wants paths that are not absolute ignored.
	home = absolute(home) // a hall does not lie wherever one happens to stand
	config, share := absolute(env("XDG_CONFIG_HOME")), absolute(env("XDG_DATA_HOME"))
	if home != "" {
		config, share = or(config, home+"/.config"), or(share, home+"/.local/share")
	}
	if config == "" || share == "" {
		return "", "", ErrNoHome
	}
	return config + "/sizhen/hall.toml", share + "/sizhen", nil
}

func absolute(path string) string {
	if strings.HasPrefix(path, "/") {
		return strings.TrimSuffix(path, "/")
	}
	return ""
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
